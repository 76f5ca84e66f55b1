import { act, render, type RenderResult } from "@testing-library/react";
import { NodeView } from "../page/NodeView";
import { Page } from "../page/Page";
import { PageContext } from "../page/PageContext";
import { PageView } from "../page/PageView";
import type { PageConfig } from "../wire/config";
import type { Frame, Input, Json, Node } from "../wire/types";
import { FakeSocket } from "./FakeSocket";

/** A page whose server is the test. */
export class OpenPage {
  readonly sockets: FakeSocket[] = [];
  readonly page: Page;

  constructor(config: Partial<PageConfig> = {}) {
    const stored = new Map<string, string>();
    this.page = new Page(
      { title: "Page", base: "/page", development: true, ...config },
      () => {
        const socket = new FakeSocket();
        this.sockets.push(socket);
        return socket;
      },
      { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => void stored.set(key, value) },
    );
    this.page.start();
    this.socket.welcome();
  }

  get socket(): FakeSocket {
    const last = this.sockets.at(-1);
    if (last === undefined) throw new Error("The page has not opened a socket.");
    return last;
  }

  /** Everything the user did, in order. */
  get inputs(): Input[] {
    return this.sockets.flatMap((socket) => socket.sentOf("input").flatMap((message) => message.inputs));
  }

  show(frame: Omit<Frame, "type" | "frame">): void {
    act(() => {
      this.socket.frame(frame);
      this.page.store.publish();
    });
  }

  /** Shows nodes as the children of the main area. */
  showMain(...nodes: Node[]): void {
    this.show({
      nodes: [{ id: "root", kind: "root", props: {} }, { id: "main", kind: "main", props: {} }, ...nodes],
      children: { root: ["main"], main: nodes.map((node) => node.id) },
      run: { number: 1, state: "done" },
    });
  }

  render(): RenderResult {
    return render(<PageView page={this.page} />);
  }
}

/** Draws one element alone on a connected page. */
export function renderElement(kind: string, props: object, value?: Json): OpenPage & { view: RenderResult } {
  const opened = new OpenPage();
  const node: Node = { id: "n1", kind, props, ...(value === undefined ? {} : { value, revision: 1 }) };
  opened.showMain(node);
  const view = render(
    <PageContext value={opened.page}>
      <NodeView id="n1" />
    </PageContext>,
  );
  return Object.assign(opened, { view });
}

/** The element's props, or its value, as the server changes them. */
export function change(opened: OpenPage, kind: string, props: object, value?: Json, revision = 2, seq?: number): void {
  opened.show({
    nodes: [{ id: "n1", kind, props, ...(value === undefined ? {} : { value, revision }) }],
    ...(seq === undefined ? {} : { seq }),
  });
}
