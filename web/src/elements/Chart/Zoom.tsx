import { ChevronLeft, ChevronRight, Maximize, Minus, Plus } from "lucide-react";
import type { Stretch } from "./chartProps";
import type { Drawing } from "./Drawing";
import styles from "./Chart.module.css";

type Props = { drawing: Drawing; stretch: Stretch | null; onStretch: (stretch: Stretch | null) => void };

/** What a mouse does by dragging, for the keyboard: closer, farther, to either side, and all of it again. */
export function Zoom({ drawing, stretch, onStretch }: Props) {
  /** Another stretch around the middle of what is shown, or beside it. */
  const show = (times: number, aside = 0): void => {
    const { left, width } = drawing.plot();
    const from = drawing.xAt(left);
    const length = drawing.xAt(left + width) - from;
    const middle = from + length * (0.5 + aside);
    onStretch({ from: middle - (length * times) / 2, to: middle + (length * times) / 2 });
  };
  return (
    <div className={styles.tools} data-zoomed={stretch !== null} role="group" aria-label="Zoom">
      <button type="button" aria-label="Zoom in" onClick={() => show(0.5)}>
        <Plus size={14} aria-hidden />
      </button>
      {stretch !== null && (
        <>
          <button type="button" aria-label="Zoom out" onClick={() => show(2)}>
            <Minus size={14} aria-hidden />
          </button>
          <button type="button" aria-label="Earlier" onClick={() => show(1, -0.5)}>
            <ChevronLeft size={14} aria-hidden />
          </button>
          <button type="button" aria-label="Later" onClick={() => show(1, 0.5)}>
            <ChevronRight size={14} aria-hidden />
          </button>
          <button type="button" aria-label="Show all" onClick={() => onStretch(null)}>
            <Maximize size={14} aria-hidden />
          </button>
        </>
      )}
    </div>
  );
}
