import { Notice, type Tone } from "../../page/Notice";
import type { Node } from "../../wire/types";

export type AlertProps = { severity: Tone; html: string };

export function Alert({ node }: { node: Node<AlertProps> }) {
  const { severity, html } = node.props;
  return (
    <Notice tone={severity}>
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </Notice>
  );
}
