import type { Node } from "../wire/types";
import { Notice } from "./Notice";

/** Seen when a server newer than the open page sends what the page does not know yet. */
export function UnknownElement({ node }: { node: Node }) {
  return (
    <Notice tone="warning" title={`This page does not know the element “${node.kind}”`}>
      The server may have been updated since the page was opened. Reload the page.
    </Notice>
  );
}
