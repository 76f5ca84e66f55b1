import { useState } from "react";
import { useTheme } from "../../theme/theme";
import type { ChartProps, ChartRows, Stretch } from "./chartProps";
import type { Drawing } from "./Drawing";
import { canZoom } from "./spec";
import { useBrush } from "./useBrush";
import { seriesColours } from "./seriesColours";
import styles from "./Chart.module.css";

type Props = { props: ChartProps; rows: ChartRows; drawing: Drawing; onStretch?: (stretch: Stretch | null) => void };
type Found = { row: number; x: number; pointer: { x: number; y: number } };

/** Follows the pointer: a rule at the nearest row, and what that row says. It is laid over the chart, which is not drawn anew for it. */
export function Hover({ props, rows, drawing, onStretch }: Props) {
  const [found, setFound] = useState<Found | null>(null);
  const colours = seriesColours(useTheme());
  const plot = drawing.plot();
  const brush = useBrush(drawing, onStretch, canZoom(props, rows.count));
  const visible = found !== null && found.row < rows.count ? found : null;
  return (
    <div
      className={styles.hover}
      aria-hidden
      onPointerDown={brush.start}
      onPointerUp={brush.end}
      onPointerCancel={brush.drop}
      onDoubleClick={() => onStretch?.(null)}
      onPointerMove={(event) => {
        brush.move(event);
        const box = event.currentTarget.getBoundingClientRect();
        setFound(nearest({ props, rows, drawing }, { x: event.clientX - box.left, y: event.clientY - box.top }));
      }}
      onPointerLeave={() => setFound(null)}
    >
      {brush.box && <div className={styles.brush} style={{ ...brush.box, top: plot.top, height: plot.height }} />}
      {visible && props.mark !== "point" && (
        <div className={styles.rule} style={{ left: visible.x, top: plot.top, height: plot.height }} />
      )}
      {visible && (
        <div
          className={styles.tip}
          data-side={visible.pointer.x > plot.left + plot.width / 2 ? "left" : "right"}
          style={{ left: visible.x, top: Math.max(plot.top, visible.pointer.y - 16) }}
        >
          <p className={styles.tipTitle}>{rows.xText(visible.row) || "null"}</p>
          {props.y.map((series, at) => (
            <p key={series.index} className={styles.tipLine}>
              <span className={styles.dot} style={{ background: colours[at % colours.length] }} />
              <span>{props.y.length === 1 ? (props.yLabel ?? series.name) : series.name}</span>
              <span className={styles.tipValue}>{rows.yText(visible.row, at) || "null"}</span>
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

/** The row nearest to the pointer: by x alone, and for points by both. */
function nearest({ props, rows, drawing }: Props, pointer: { x: number; y: number }): Found | null {
  const byBoth = props.mark === "point";
  let best: Found | null = null;
  let smallest = byBoth ? 24 : Infinity;
  for (const point of rows.points) {
    if (!byBoth && point.row >= rows.count) break;
    const x = drawing.xOf(point.x);
    const distance = byBoth
      ? Math.hypot(x - pointer.x, drawing.yOf(point.y ?? NaN) - pointer.y)
      : Math.abs(x - pointer.x);
    if (distance < smallest) {
      smallest = distance;
      best = { row: point.row, x, pointer };
    }
  }
  return best;
}
