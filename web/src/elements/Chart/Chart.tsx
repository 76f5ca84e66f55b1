import { useEffect, useRef, useState } from "react";
import { Notice } from "../../page/Notice";
import { useConnection, usePage } from "../../page/PageContext";
import { useSize } from "../../page/useSize";
import { resolveColours } from "../../theme/colour";
import { useTheme } from "../../theme/theme";
import type { Node } from "../../wire/types";
import { fetchChartRows } from "./chartRows";
import type { ChartProps, ChartRows } from "./chartProps";
import { Drawing } from "./Drawing";
import { Hover } from "./Hover";
import { seriesColours } from "./seriesColours";
import { chartSpec } from "./spec";
import styles from "./Chart.module.css";

const usualHeight = 340;

/** What is on the screen: the rows and the props they were fetched for. */
type Shown = { props: ChartProps; rows: ChartRows };

export default function Chart({ node }: { node: Node<ChartProps> }) {
  const { rows, description, height = usualHeight } = node.props;
  const { shown, error } = useChartRows(node.props);
  if (rows === 0) return <p className={styles.empty}>{description}: no rows to draw</p>;
  if (error !== null && shown === null) {
    return (
      <Notice tone="error" title="The chart could not be loaded">
        {error.message}
      </Notice>
    );
  }
  return (
    <figure className={styles.chart} style={{ height }} aria-label={description} role="img">
      {shown === null ? <div className={styles.loading} /> : <Canvas shown={shown} />}
    </figure>
  );
}

function Canvas({ shown }: { shown: Shown }) {
  const container = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const theme = useTheme();
  const size = useSize(container);
  const [drawn, setDrawn] = useState<(Shown & { drawing: Drawing }) | null>(null);
  const { props, rows } = shown;

  useEffect(() => {
    if (container.current === null || size === null) return;
    const colours = { ...resolveColours(["text", "muted", "line"], theme), series: seriesColours(theme) };
    const spec = chartSpec(props, rows, colours, size.width);
    if (drawing.current === null || JSON.stringify(drawing.current.spec) !== JSON.stringify(spec)) {
      drawing.current?.dispose();
      drawing.current = new Drawing(spec, container.current);
    }
    const current = drawing.current;
    let wanted = true;
    void current.draw(rows, size.width, size.height).then(() => {
      if (wanted) setDrawn({ props, rows, drawing: current });
    });
    return () => {
      wanted = false;
    };
  }, [props, rows, size, theme]);

  useEffect(
    () => () => {
      drawing.current?.dispose();
      drawing.current = null;
    },
    [],
  );

  return (
    <>
      <div ref={container} className={styles.canvas} aria-hidden />
      {drawn && <Hover {...drawn} />}
    </>
  );
}

/** The rows of the newest props; until they are there, those of the props before. */
function useChartRows(props: ChartProps): { shown: Shown | null; error: Error | null } {
  const page = usePage();
  const connected = useConnection().kind === "open";
  const [state, setState] = useState<{ shown: Shown | null; error: Error | null }>({ shown: null, error: null });
  useEffect(() => {
    if (!connected) return;
    const abort = new AbortController();
    fetchChartRows(page, props, abort.signal).then(
      (rows) => setState({ shown: { props, rows }, error: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState((before) => ({ ...before, error: error as Error }));
      },
    );
    return () => abort.abort();
  }, [page, props, connected]);
  return state;
}
