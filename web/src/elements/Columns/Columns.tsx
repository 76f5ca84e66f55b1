import { Children } from "../../page/NodeView";
import type { Node } from "../../wire/types";
import styles from "./Columns.module.css";

export type ColumnsProps = { widths: number[] };

/** Side by side in the proportions of `widths`; one below the other where there is no room. */
export function Columns({ node }: { node: Node<ColumnsProps> }) {
  const { widths } = node.props;
  const template = widths.map((width) => `minmax(0, ${width}fr)`).join(" ");
  return (
    <div className={styles.frame}>
      <div className={styles.columns} style={{ "--template": template } as React.CSSProperties}>
        <Children of={node.id} />
      </div>
    </div>
  );
}
