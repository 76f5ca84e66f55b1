import type { Node } from "../../wire/types";

export type MarkdownProps = { html: string };

/** HTML that the server made from Markdown with raw HTML turned off. */
export function Markdown({ node }: { node: Node<MarkdownProps> }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: node.props.html }} />;
}
