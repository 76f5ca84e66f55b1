import { Slider as Track } from "radix-ui";
import { useId } from "react";
import type { Node } from "../../wire/types";
import { Field } from "../Field/Field";
import { useWidget, type WidgetProps } from "../Field/useWidget";
import styles from "./Slider.module.css";

export type SliderProps = WidgetProps & { min: number; max: number; step: number; decimals: number };
export type SliderValue = number | [number, number];

/** A moving slider is sent when it has rested so long, in milliseconds. */
const rest = 200;

export function Slider({ node }: { node: Node<SliderProps, SliderValue> }) {
  const { value, disabled, edit, set } = useWidget(node);
  const labelId = useId();
  const { label, min, max, step, decimals } = node.props;
  const isRange = Array.isArray(value);
  const thumbs = (isRange ? value : [value]).map((thumb) => fit(thumb, min, max));
  const read = (moved: number[]): SliderValue => {
    const [low = min, high = max] = moved.map((thumb) => Number(thumb.toFixed(decimals)));
    return isRange ? [low, high] : low;
  };
  const show = (number: number): string =>
    number.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (
    <Field props={node.props} labelId={labelId} aside={thumbs.map(show).join(" – ")}>
      <div className={styles.room}>
        <Track.Root
          className={styles.slider}
          min={min}
          // A track of no length cannot be drawn; a slider with one possible value stands at its start.
          max={max > min ? max : min + step}
          step={step}
          value={thumbs}
          disabled={disabled || max <= min}
          onValueChange={(moved) => edit(read(moved), rest)}
          onValueCommit={(moved) => set(read(moved))}
        >
          <Track.Track className={styles.track}>
            <Track.Range className={styles.range} />
          </Track.Track>
          {thumbs.map((thumb, index) => (
            <Track.Thumb
              key={index}
              className={styles.thumb}
              aria-label={isRange ? `${label}, ${index === 0 ? "from" : "to"}` : label}
              aria-valuetext={show(thumb)}
            />
          ))}
        </Track.Root>
        <div className={styles.ends} aria-hidden>
          <span>{show(min)}</span>
          <span>{show(max)}</span>
        </div>
      </div>
    </Field>
  );
}

/** A value that is no number, or lies outside, must not break the track. */
function fit(value: number | null, min: number, max: number): number {
  return value === null || Number.isNaN(value) ? min : Math.min(Math.max(value, min), max);
}
