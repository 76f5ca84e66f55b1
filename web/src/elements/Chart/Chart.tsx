import { useEffect, useState } from "react";
import { Notice } from "../../page/Notice";
import { useConnection, usePage } from "../../page/PageContext";
import type { Node } from "../../wire/types";
import { Canvas, usualHeight, type Shown } from "./Canvas";
import type { ChartProps, Stretch } from "./chartProps";
import { fetchChartRows, fetchStretch } from "./chartRows";
import styles from "./Chart.module.css";

export default function Chart({ node }: { node: Node<ChartProps> }) {
  const { rows, description, height = usualHeight } = node.props;
  const [zoomed, setZoomed] = useState<{ source: string; stretch: Stretch | null } | null>(null);
  const setStretch = (stretch: Stretch | null): void => {
    // So close that numbers no longer tell its ends apart: as close as it goes.
    if (stretch === null || stretch.from < stretch.to) setZoomed({ source: node.props.source, stretch });
  };
  // Other data are seen whole again.
  const stretch = zoomed?.source === node.props.source ? zoomed.stretch : null;
  const { shown, error } = useChartRows(node.props, stretch);
  if (rows === 0) return <p className={styles.empty}>{description}: no rows to draw</p>;
  if (error !== null && shown === null) {
    return (
      <Notice tone="error" title="The chart could not be loaded">
        {error.message}
      </Notice>
    );
  }
  return (
    <figure className={styles.chart} style={{ height }}>
      {shown === null ? <div className={styles.loading} /> : <Canvas shown={shown} onStretch={setStretch} />}
    </figure>
  );
}

/** The rows of the newest props and stretch; until they are there, those of the ones before. */
function useChartRows(props: ChartProps, stretch: Stretch | null): { shown: Shown | null; error: Error | null } {
  const page = usePage();
  const connected = useConnection().kind === "open";
  const [state, setState] = useState<{ shown: Shown | null; error: Error | null }>({ shown: null, error: null });
  useEffect(() => {
    if (!connected) return;
    const abort = new AbortController();
    const { detail } = props;
    const fetching =
      stretch !== null && detail !== undefined
        ? fetchStretch(page, { ...props, detail }, stretch, abort.signal)
        : fetchChartRows(page, props, abort.signal);
    fetching.then(
      (rows) => setState({ shown: { props, rows, stretch }, error: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState((before) => ({ ...before, error: error as Error }));
      },
    );
    return () => abort.abort();
  }, [page, props, stretch, connected]);
  return state;
}
