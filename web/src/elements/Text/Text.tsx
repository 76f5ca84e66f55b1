import type { Node } from "../../wire/types";
import styles from "./Text.module.css";

export type TextProps = { text: string };

export function Text({ node }: { node: Node<TextProps> }) {
  return <div className={styles.text}>{node.props.text}</div>;
}
