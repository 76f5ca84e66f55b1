import plotly from "plotly.js-strict-dist-min";
import { useCallback, useEffect, useRef, useState } from "react";
import { useConnection, usePage, useValue } from "../../page/PageContext";
import { useSize } from "../../page/useSize";
import { SpecFigure } from "../../spec/SpecFigure";
import { useSpec, type Spec, type SpecProps } from "../../spec/useSpec";
import { resolveColours } from "../../theme/colour";
import { useTheme } from "../../theme/theme";
import type { Json, Node } from "../../wire/types";
import { pointsOf, toFigure, usualHeight, withSelection, type EventPoint } from "./figure";
import styles from "./PlotlyChart.module.css";

export type PlotlyChartProps = SpecProps & {
  height?: number;
  description: string;
  select?: true;
  disabled?: boolean;
};

const fetchNothing = (): Promise<null> => Promise.resolve(null);

export default function PlotlyChart({ node }: { node: Node<PlotlyChartProps> }) {
  const { description, height } = node.props;
  const { loaded, error } = useSpec(node.props, fetchNothing);
  return (
    <SpecFigure loaded={loaded} error={error} height={height ?? usualHeight} description={description}>
      {(loaded, onWrong) => <Canvas node={node} loaded={loaded} onWrong={onWrong} />}
    </SpecFigure>
  );
}

type CanvasProps = {
  node: Node<PlotlyChartProps>;
  loaded: { of: string; spec: Spec };
  onWrong: (message: string) => void;
};

function Canvas({ node, loaded, onWrong }: CanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const page = usePage();
  const value = useValue(node.id);
  const connected = useConnection().kind === "open";
  const width = useSize(container)?.width ?? null;
  const [tooMuch, setTooMuch] = useState(false);
  const { height, select, disabled } = node.props;
  const selects = select === true && disabled !== true && connected;
  const pick = useCallback(
    (points: readonly EventPoint[]) => {
      const chosen = pointsOf(loaded.of, points);
      setTooMuch(chosen === undefined);
      if (chosen !== undefined) page.set(node.id, chosen);
    },
    [loaded.of, page, node.id],
  );
  // What changes without the chart being drawn anew.
  const now = useRef({ selects, pick, onWrong });
  useEffect(() => {
    now.current = { selects, pick, onWrong };
  });

  const shown = useShown(value);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const colours = {
      ...resolveColours(["text", "muted", "line"], theme),
      page: resolveColours(["raised"], theme).raised,
    };
    const { data, layout, config } = toFigure(loaded.spec, colours, theme, height);
    let wanted = true;
    plotly
      .react(
        element,
        withSelection(data, shown, loaded.of),
        { ...layout, ...(select && { clickmode: "event+select" }) },
        config,
      )
      .then(
        (plotted) => {
          if (!wanted || select !== true) return;
          plotted.removeAllListeners("plotly_selected");
          plotted.removeAllListeners("plotly_deselect");
          plotted.on("plotly_selected", (event) => {
            if (now.current.selects && event !== undefined) now.current.pick(event.points);
          });
          plotted.on("plotly_deselect", () => {
            if (now.current.selects) now.current.pick([]);
          });
        },
        (wrong: unknown) => now.current.onWrong(wrong instanceof Error ? wrong.message : String(wrong)),
      );
    return () => {
      wanted = false;
    };
  }, [loaded, theme, height, select, shown]);

  useEffect(() => {
    if (width !== null && container.current?.querySelector(".plot-container"))
      void plotly.Plots.resize(container.current);
  }, [width]);

  useEffect(() => {
    const element = container.current;
    return () => {
      if (element) plotly.purge(element);
    };
  }, []);

  return (
    <>
      <div ref={container} className={styles.canvas} />
      {tooMuch && (
        <p className={styles.note} role="alert">
          Only 10,000 points can be selected at once here; the selection before stays.
        </p>
      )}
    </>
  );
}

/** The value by its content: the same selection, told again, draws nothing anew. */
function useShown(value: Json): Json {
  const [shown, setShown] = useState(value);
  if (JSON.stringify(shown) !== JSON.stringify(value)) setShown(value);
  return shown;
}
