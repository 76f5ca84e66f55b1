import { useState, type PointerEvent } from "react";
import type { Stretch } from "./chartProps";
import type { Drawing } from "./Drawing";

/** Fewer pixels than these are a click with an unsteady hand. */
const least = 6;

type Brush = {
  start: (event: PointerEvent) => void;
  move: (event: PointerEvent) => void;
  end: (event: PointerEvent) => void;
  drop: () => void;
  /** What is chosen so far, in pixels. */
  box: { left: number; width: number } | null;
};

/** Drags a stretch of the x axis with the mouse or a pen; a finger scrolls the page. */
export function useBrush(
  drawing: Drawing,
  onStretch: ((stretch: Stretch | null) => void) | undefined,
  enabled: boolean,
): Brush {
  const [dragged, setDragged] = useState<{ from: number; to: number } | null>(null);
  const at = (event: PointerEvent): number => {
    const { left, width } = drawing.plot();
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return Math.max(left, Math.min(left + width, x));
  };
  return {
    start: (event) => {
      if (!enabled || !onStretch || event.button !== 0 || event.pointerType === "touch") return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged({ from: at(event), to: at(event) });
    },
    move: (event) => {
      if (dragged) setDragged({ ...dragged, to: at(event) });
    },
    end: (event) => {
      setDragged(null);
      if (!dragged) return;
      const ends = [dragged.from, at(event)].sort((one, other) => one - other);
      const [from = 0, to = 0] = ends;
      if (to - from >= least) onStretch?.({ from: drawing.xAt(from), to: drawing.xAt(to) });
    },
    drop: () => setDragged(null),
    box: dragged && { left: Math.min(dragged.from, dragged.to), width: Math.abs(dragged.to - dragged.from) },
  };
}
