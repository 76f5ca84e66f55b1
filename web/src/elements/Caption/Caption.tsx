import type { Node } from "../../wire/types";
import styles from "./Caption.module.css";

export type CaptionProps = { html: string };

export function Caption({ node }: { node: Node<CaptionProps> }) {
  return <div className={`prose ${styles.caption}`} dangerouslySetInnerHTML={{ __html: node.props.html }} />;
}
