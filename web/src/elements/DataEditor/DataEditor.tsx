import { useEffect } from "react";
import type { Node } from "../../wire/types";
import DataFrame from "../DataFrame/DataFrame";
import { useEditing, type DataEditorProps } from "./useEditing";

/** A grid whose cells can be edited. What was edited is the widget's value; the grid shows it over the source's rows. */
export default function DataEditor({ node }: { node: Node<DataEditorProps> }) {
  const editing = useEditing(node);
  useEffect(makeRoomForEditors, []);
  return <DataFrame node={node} editing={editing} />;
}

/** The grid opens its inputs in an element of this name above the page. */
function makeRoomForEditors(): void {
  if (document.getElementById("portal") !== null) return;
  const room = document.createElement("div");
  room.id = "portal";
  room.style.cssText = "position: fixed; left: 0; top: 0; z-index: 30";
  document.body.append(room);
}
