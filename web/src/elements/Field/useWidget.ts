import { useConnection, usePage, useValue } from "../../page/PageContext";
import type { Json, LabelVisibility, Node } from "../../wire/types";

/** What every widget's props have. */
export type WidgetProps = { label: string; help?: string; disabled: boolean; labelVisibility?: LabelVisibility };

export type Widget<Value extends Json> = {
  value: Value;
  disabled: boolean;
  /** Shows the value at once and sends it when no other edit has come for `delay` milliseconds. */
  edit: (value: Value, delay: number) => void;
  /** Sends an edit that still waits. */
  commit: () => void;
  /** Shows and sends the value at once. */
  set: (value: Value) => void;
};

export function useWidget<Value extends Json>(node: Node<WidgetProps, Value>): Widget<Value> {
  const page = usePage();
  const connected = useConnection().kind === "open";
  return {
    value: useValue(node.id) as Value,
    disabled: node.props.disabled || !connected,
    edit: (value, delay) => page.edit(node.id, value, delay),
    commit: () => page.commit(node.id),
    set: (value) => page.set(node.id, value),
  };
}
