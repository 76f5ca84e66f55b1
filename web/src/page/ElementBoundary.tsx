import { Component, type ReactNode } from "react";
import type { Node } from "../wire/types";
import { Notice } from "./Notice";

type Props = { node: Node; children: ReactNode };
type State = { error: Error | null; node: Node };

/** Keeps an element that cannot be drawn from taking the page down with it; a new version of the element is tried again. */
export class ElementBoundary extends Component<Props, State> {
  override state: State = { error: null, node: this.props.node };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.node === state.node ? null : { error: null, node: props.node };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Notice tone="error" title="This element could not be drawn">
        {error.message}
      </Notice>
    );
  }
}
