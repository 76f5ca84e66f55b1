import { Connection, type ConnectionState, type Socket } from "../connection/Connection";
import type { PageConfig } from "../wire/config";
import type { Frame, Input, Json } from "../wire/types";
import { Inputs } from "./Inputs";
import { PageStore } from "./PageStore";
import { WidgetValues } from "./WidgetValues";

/** One open page: what it shows, what the user does to it, and its line to the server. */
export class Page {
  readonly store: PageStore;
  readonly values: WidgetValues;
  private readonly connection: Connection;
  private readonly inputs: Inputs;
  private connectionState: ConnectionState = { kind: "connecting" };
  private session = "";

  constructor(
    readonly config: PageConfig,
    open: () => Socket = openSocket,
    storage: Pick<Storage, "getItem" | "setItem"> = sessionStorage,
  ) {
    this.store = new PageStore({
      onPublished: (frame) => this.published(frame),
      onForgotten: (id) => this.values.forget(id),
    });
    this.values = new WidgetValues(this.store.topics);
    this.connection = new Connection({
      open,
      storage: {
        getItem: (key) => storage.getItem(key),
        setItem: (key, value) => {
          this.session = value;
          storage.setItem(key, value);
        },
      },
      storageKey: `refrain ${config.base}`,
      query: () => location.search,
      onFrame: (frame) => this.store.apply(frame),
      lastFrame: () => {
        this.store.publish();
        return this.store.getLastFrame();
      },
      onWelcome: (resumed) => {
        this.values.reconnected();
        if (resumed) this.inputs.resend();
      },
      onState: (state) => this.changeConnection(state),
    });
    this.inputs = new Inputs(this.values, (inputs) => this.sendInputs(inputs));
  }

  start(): () => void {
    const retry = (): void => this.connection.retryNow();
    addEventListener("online", retry);
    this.connection.start();
    return () => {
      removeEventListener("online", retry);
      this.connection.dispose();
    };
  }

  getConnection = (): ConnectionState => this.connectionState;

  edit(id: string, value: Json, delay: number): void {
    this.inputs.edit(id, value, delay);
    this.store.topics.flush();
  }

  set(id: string, value: Json): void {
    this.inputs.set(id, value);
    this.store.topics.flush();
  }

  commit(id: string): void {
    this.inputs.commit(id);
    this.store.topics.flush();
  }

  click(id: string): void {
    this.inputs.click(id);
    this.store.topics.flush();
  }

  rerun(): void {
    this.request();
    this.connection.send({ type: "rerun" });
  }

  stop(): void {
    this.connection.send({ type: "stop" });
  }

  clearCaches(): void {
    this.connection.send({ type: "clearCaches" });
  }

  retryNow(): void {
    this.connection.retryNow();
  }

  /** Where a window of a source's rows is fetched from; with a part, what else there is of them. */
  rowsUrl(
    source: string,
    query: Record<string, string>,
    part: "" | "/view" | "/csv" | `/csv/${string}` | "/stretch" = "",
  ): string {
    const path = `_refrain/rows/${encodeURIComponent(this.session)}/${encodeURIComponent(source)}${part}`;
    return `${path}?${new URLSearchParams(query).toString()}`;
  }

  /** Where what the page refers to by its content is fetched from. */
  blobUrl(hash: string): string {
    return `_refrain/blobs/${encodeURIComponent(this.session)}/${encodeURIComponent(hash)}`;
  }

  private published(frame: Frame): void {
    this.values.take(frame);
    this.connection.send({ type: "ack", frame: frame.frame });
    if (frame.query !== undefined) history.replaceState(null, "", frame.query === "" ? location.pathname : frame.query);
  }

  private sendInputs(inputs: Input[]): number {
    const seq = this.connection.sendInputs(inputs);
    if (seq > 0) this.request();
    return seq;
  }

  private request(): void {
    if (this.connectionState.kind !== "open") return;
    this.store.setRequested(true);
    this.store.topics.flush();
  }

  private changeConnection(state: ConnectionState): void {
    this.connectionState = state;
    if (state.kind !== "open") this.store.setRequested(false);
    this.store.topics.touch("connection");
    this.store.topics.flush();
  }
}

function openSocket(): Socket {
  const url = new URL("_refrain/socket", document.baseURI);
  url.protocol = url.protocol.replace("http", "ws");
  return new WebSocket(url);
}
