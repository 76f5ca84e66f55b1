import { Children } from "../../page/NodeView";
import type { Node } from "../../wire/types";
import styles from "./Container.module.css";

/** One below the other: a container, a column, the main area, the sidebar. */
export function Container({ node }: { node: Node }) {
  return (
    <div className={styles.container}>
      <Children of={node.id} />
    </div>
  );
}
