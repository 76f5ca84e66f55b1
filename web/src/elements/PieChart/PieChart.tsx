import { useState } from "react";
import { formatNumber } from "../../rows/format";
import { useTheme } from "../../theme/theme";
import type { Node } from "../../wire/types";
import { seriesColours } from "../Chart/seriesColours";
import { place, type Slice } from "./slices";
import styles from "./PieChart.module.css";

export type PieChartProps = { slices: Slice[]; donut?: boolean; height?: number; description: string };

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

export function PieChart({ node }: { node: Node<PieChartProps> }) {
  const { slices, donut = false, height = 260, description } = node.props;
  const colours = seriesColours(useTheme());
  const [pointed, setPointed] = useState<number | null>(null);
  const placed = place(slices, donut ? 0.62 : 0);
  const sum = slices.reduce((total, { value }) => total + value, 0);
  if (sum === 0) return <p className={styles.empty}>{description}</p>;
  const colourOf = ({ gathered }: Slice, at: number): string | undefined =>
    gathered === undefined ? colours[at % colours.length] : "var(--muted)";
  return (
    <figure className={styles.pie}>
      <svg
        className={styles.circle}
        style={{ height }}
        viewBox="-104 -104 208 208"
        role="img"
        aria-label={description}
        onPointerLeave={() => setPointed(null)}
      >
        {placed.map((slice, at) => (
          <path
            key={slice.label}
            d={slice.path}
            fill={colourOf(slice, at)}
            fillRule="evenodd"
            className={styles.slice}
            data-dimmed={pointed !== null && pointed !== at}
            onPointerEnter={() => setPointed(at)}
          />
        ))}
        {donut && (
          <text className={styles.sum} textAnchor="middle" dominantBaseline="central">
            {formatNumber(sum)}
          </text>
        )}
      </svg>
      <ul className={styles.legend}>
        {placed.map((slice, at) => (
          <li
            key={slice.label}
            className={styles.entry}
            data-dimmed={pointed !== null && pointed !== at}
            onPointerEnter={() => setPointed(at)}
            onPointerLeave={() => setPointed(null)}
          >
            <span className={styles.dot} style={{ background: colourOf(slice, at) }} />
            <span className={styles.label} title={slice.label}>
              {slice.label}
              {slice.gathered !== undefined && ` (${slice.gathered})`}
            </span>
            <span className={styles.value}>{formatNumber(slice.value)}</span>
            <span className={styles.share}>{percent.format(slice.share)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
