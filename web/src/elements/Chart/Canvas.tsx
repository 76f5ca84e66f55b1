import { useEffect, useRef, useState } from "react";
import { useSize } from "../../page/useSize";
import { resolveColours } from "../../theme/colour";
import { useTheme } from "../../theme/theme";
import type { ChartProps, ChartRows, Stretch } from "./chartProps";
import { Drawing } from "./Drawing";
import { Hover } from "./Hover";
import { seriesColours } from "./seriesColours";
import { canZoom, chartSpec } from "./spec";
import { Zoom } from "./Zoom";
import styles from "./Chart.module.css";

/** Charts that are given no height have this one. */
export const usualHeight = 340;

/** What is on the screen: the rows, the props they were fetched for, and the part of the x axis that is shown; null is all of it. */
export type Shown = { props: ChartProps; rows: ChartRows; stretch: Stretch | null };

/** A chart as it is painted, and what follows the pointer over it. */
export function Canvas({ shown, onStretch }: { shown: Shown; onStretch?: (stretch: Stretch | null) => void }) {
  const container = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const theme = useTheme();
  const size = useSize(container);
  const [drawn, setDrawn] = useState<(Shown & { drawing: Drawing }) | null>(null);
  const { props, rows, stretch } = shown;

  useEffect(() => {
    if (container.current === null || size === null) return;
    const colours = { ...resolveColours(["text", "muted", "line"], theme), series: seriesColours(theme) };
    const spec = chartSpec(props, rows, colours, size.width, stretch);
    if (drawing.current === null || JSON.stringify(drawing.current.spec) !== JSON.stringify(spec)) {
      drawing.current?.dispose();
      drawing.current = new Drawing(spec, container.current);
    }
    const current = drawing.current;
    let wanted = true;
    void current.draw(rows, size.width, size.height).then(() => {
      if (wanted) setDrawn({ props, rows, stretch, drawing: current });
    });
    return () => {
      wanted = false;
    };
  }, [props, rows, stretch, size, theme]);

  useEffect(
    () => () => {
      drawing.current?.dispose();
      drawing.current = null;
    },
    [],
  );

  return (
    <>
      <div className={styles.picture} role="img" aria-label={props.description}>
        <div ref={container} className={styles.canvas} aria-hidden />
      </div>
      {drawn && <Hover {...drawn} onStretch={onStretch} />}
      {drawn && onStretch && canZoom(drawn.props, drawn.rows.count) && (
        <Zoom drawing={drawn.drawing} stretch={drawn.stretch} onStretch={onStretch} />
      )}
    </>
  );
}
