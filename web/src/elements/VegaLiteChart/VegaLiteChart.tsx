import { useCallback, useEffect, useRef, useState } from "react";
import type { Page } from "../../page/Page";
import { useConnection, usePage, useValue } from "../../page/PageContext";
import { useSize } from "../../page/useSize";
import { SpecFigure } from "../../spec/SpecFigure";
import { useSpec, type Spec, type SpecProps } from "../../spec/useSpec";
import { resolveColours } from "../../theme/colour";
import { useTheme } from "../../theme/theme";
import type { Node } from "../../wire/types";
import { selectionOf, withSelection } from "./selection";
import { fetchSpecRows, type SpecData, type SpecRow } from "./specRows";
import { Tip, type TipAt } from "./Tip";
import { themeConfig, usualHeight, VegaView } from "./VegaView";
import styles from "./VegaLiteChart.module.css";

export type VegaLiteChartProps = SpecProps & {
  data?: SpecData;
  height?: number;
  description: string;
  select?: Record<string, string>;
  disabled?: boolean;
};

/** A selection is sent when it has rested so long, in milliseconds. */
const rest = 150;

export default function VegaLiteChart({ node }: { node: Node<VegaLiteChartProps> }) {
  const { data, description, height } = node.props;
  const fetchData = useCallback((page: Page, signal: AbortSignal) => fetchSpecRows(page, data, signal), [data]);
  const { loaded, error } = useSpec(node.props, fetchData);
  return (
    <SpecFigure loaded={loaded} error={error} height={height ?? usualHeight} description={description} isPicture>
      {(loaded, onWrong) => <Canvas node={node} loaded={loaded} onWrong={onWrong} />}
    </SpecFigure>
  );
}

type CanvasProps = {
  node: Node<VegaLiteChartProps>;
  loaded: { of: string; spec: Spec; rest: SpecRow[] };
  onWrong: (message: string) => void;
};

function Canvas({ node, loaded, onWrong }: CanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<VegaView | null>(null);
  const theme = useTheme();
  const page = usePage();
  const value = useValue(node.id);
  const connected = useConnection().kind === "open";
  const width = useSize(container)?.width ?? null;
  const [tip, setTip] = useState<TipAt | null>(null);
  const [tooMuch, setTooMuch] = useState(false);
  const { data, height, select, disabled } = node.props;
  const selects = select !== undefined && disabled !== true && connected;
  // What changes without the chart being drawn anew.
  const now = useRef({ value, width, selects, select, data, onWrong });
  useEffect(() => {
    now.current = { value, width, selects, select, data, onWrong };
  });
  const known = width !== null;

  useEffect(() => {
    const { value, width, select, data, onWrong } = now.current;
    if (container.current === null || width === null) return;
    const { of, spec, rest: rows } = loaded;
    let view: VegaView;
    try {
      view = new VegaView({
        spec: withSelection(spec, value, of, data),
        theme: themeConfig(resolveColours(["text", "muted", "line"], theme), theme),
        data,
        rows,
        container: container.current,
        width,
        height,
        onTip: setTip,
        onError: onWrong,
      });
    } catch (wrong) {
      onWrong(wrong instanceof Error ? wrong.message : String(wrong));
      return;
    }
    drawn.current = view;
    for (const name of Object.keys(select ?? {})) {
      view.view.addSignalListener(name, () => {
        if (!now.current.selects) return;
        const chosen = selectionOf(of, select ?? {}, (signal) => view.view.signal(signal) as unknown, view.find, data);
        setTooMuch(chosen === undefined);
        if (chosen !== undefined) page.edit(node.id, chosen, rest);
      });
    }
    view.draw().catch((wrong: unknown) => onWrong(String(wrong)));
    return () => {
      drawn.current = null;
      setTip(null);
      view.dispose();
    };
  }, [loaded, theme, height, page, node.id, known]);

  useEffect(() => {
    if (width !== null) void drawn.current?.resize(width);
  }, [width]);

  return (
    <>
      <div ref={container} className={styles.canvas} aria-hidden />
      {tip && <Tip {...tip} />}
      {tooMuch && (
        <p className={styles.note} role="alert">
          Only 10,000 points can be selected at once here; the selection before stays.
        </p>
      )}
    </>
  );
}
