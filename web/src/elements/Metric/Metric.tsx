import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import type { Node } from "../../wire/types";
import styles from "./Metric.module.css";

type Direction = "up" | "down" | "flat";

export type MetricProps = {
  label: string;
  value: string;
  delta?: string;
  direction?: Direction;
  deltaColor?: "normal" | "inverse" | "off";
};

const icons = { up: ArrowUp, down: ArrowDown, flat: Minus };
const words = { up: "up", down: "down", flat: "unchanged" };

export function Metric({ node }: { node: Node<MetricProps> }) {
  const { label, value, delta, direction = "flat", deltaColor = "normal" } = node.props;
  const Icon = icons[direction];
  return (
    <dl className={styles.metric}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      {delta != null && (
        <dd className={styles.delta} data-tone={toneOf(direction, deltaColor)}>
          <Icon size={14} strokeWidth={2.5} aria-hidden />
          <span className="visually-hidden">{words[direction]}</span>
          {delta}
        </dd>
      )}
    </dl>
  );
}

function toneOf(direction: Direction, color: "normal" | "inverse" | "off"): "good" | "bad" | "neutral" {
  if (color === "off" || direction === "flat") return "neutral";
  return (direction === "up") === (color === "normal") ? "good" : "bad";
}
