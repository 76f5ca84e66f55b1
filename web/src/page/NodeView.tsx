import { memo } from "react";
import { elements } from "../elements/registry";
import { ElementBoundary } from "./ElementBoundary";
import { useChildren, useFading, useNode } from "./PageContext";
import { UnknownElement } from "./UnknownElement";
import styles from "./NodeView.module.css";

/** One node of the page. It is drawn again only when this node itself changed. */
export const NodeView = memo(function NodeView({ id }: { id: string }) {
  const node = useNode(id);
  const fading = useFading(id);
  if (node === undefined) return null;
  const Element = elements[node.kind] ?? UnknownElement;
  return (
    <div className={styles.node} data-kind={node.kind} data-fading={fading || undefined}>
      <ElementBoundary node={node}>
        <Element node={node} />
      </ElementBoundary>
    </div>
  );
});

export function Children({ of: container }: { of: string }) {
  return useChildren(container).map((id) => <NodeView key={id} id={id} />);
}
