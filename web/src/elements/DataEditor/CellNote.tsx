import styles from "./DataEditor.module.css";

/** Where a cell stands in the window. */
export type Spot = { x: number; y: number; height: number };

/** What is wrong with an edit, said below its cell. */
export function CellNote({ spot, text }: { spot: Spot | null; text: string }) {
  const left = spot && Math.max(8, Math.min(spot.x, window.innerWidth - 360));
  return (
    <p className={styles.problem} role="alert" style={spot ? { left: left ?? 0, top: spot.y + spot.height + 4 } : {}}>
      {text}
    </p>
  );
}
