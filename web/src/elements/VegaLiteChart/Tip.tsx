import styles from "./VegaLiteChart.module.css";

export type TipAt = { x: number; y: number; value: unknown };

const most = 20;

/** What the chart says of what is under the pointer. It is text, whatever it looks like. */
export function Tip({ x, y, value }: TipAt) {
  const lines =
    typeof value === "object" && value !== null && !(value instanceof Date) && !Array.isArray(value)
      ? Object.entries(value).slice(0, most)
      : null;
  const left = x > innerWidth / 2;
  return (
    <div className={styles.tip} data-side={left ? "left" : "right"} style={{ left: x, top: y }}>
      {lines === null ? (
        <p>{textOf(value)}</p>
      ) : (
        lines.map(([name, part]) => (
          <p key={name} className={styles.line}>
            <span>{name}</span>
            <span className={styles.value}>{textOf(part)}</span>
          </p>
        ))
      )}
    </div>
  );
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : value instanceof Date ? value.toLocaleString("en") : JSON.stringify(value);
