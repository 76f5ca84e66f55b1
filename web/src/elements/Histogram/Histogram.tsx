import { useMemo } from "react";
import type { ColumnType, Node } from "../../wire/types";
import { Canvas, usualHeight } from "../Chart/Canvas";
import styles from "../Chart/Chart.module.css";
import { histogramShown } from "./bins";

export type HistogramProps = {
  type: ColumnType;
  edges: number[];
  series: { name: string; counts: number[] }[];
  xLabel?: string;
  yLabel?: string;
  height?: number;
  description: string;
};

/** The server has counted: what comes is already what is drawn. */
export default function Histogram({ node }: { node: Node<HistogramProps> }) {
  const { edges, description, height = usualHeight } = node.props;
  const shown = useMemo(() => histogramShown(node.props), [node.props]);
  if (edges.length === 0) return <p className={styles.empty}>{description}</p>;
  return (
    <figure className={styles.chart} style={{ height }}>
      <Canvas shown={shown} />
    </figure>
  );
}
