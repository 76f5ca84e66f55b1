import { useState, type ReactNode } from "react";
import { Notice } from "../page/Notice";
import styles from "./SpecFigure.module.css";

type Props<Loaded> = {
  loaded: Loaded | null;
  error: Error | null;
  /** The room that is kept free until there is something to draw, in pixels. */
  height: number;
  description: string;
  /** Whether there is nothing inside that a keyboard could reach. */
  isPicture?: boolean;
  children: (loaded: Loaded, onWrong: (message: string) => void) => ReactNode;
};

/** The frame of a chart that somebody else's language describes; in its place, what is wrong with the description. */
export function SpecFigure<Loaded extends { of: string }>(props: Props<Loaded>) {
  const { loaded, error, height, description, isPicture, children } = props;
  const [refused, setRefused] = useState<{ of: string; message: string } | null>(null);
  const wrong = error?.message ?? (refused !== null && refused.of === loaded?.of ? refused.message : null);
  if (wrong !== null) {
    return (
      <Notice tone="error" title="The chart could not be drawn">
        {wrong}
      </Notice>
    );
  }
  return (
    <figure
      className={styles.figure}
      style={{ minHeight: loaded === null ? height : undefined }}
      aria-label={description}
      role={isPicture ? "img" : undefined}
    >
      {loaded && children(loaded, (message) => setRefused({ of: loaded.of, message }))}
    </figure>
  );
}
