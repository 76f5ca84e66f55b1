import type { Node } from "../../wire/types";
import styles from "./Heading.module.css";

export type HeadingProps = { level: 1 | 2 | 3; html: string; anchor: string };

export function Heading({ node }: { node: Node<HeadingProps> }) {
  const { level, html, anchor } = node.props;
  const Tag = `h${level}` as const;
  return <Tag className={styles.heading} id={anchor} dangerouslySetInnerHTML={{ __html: html }} />;
}
