import { decodeMessage, encodeMessage } from "../wire/messages";
import type { ClientMessage, Frame, Input } from "../wire/types";

export type ConnectionState =
  { kind: "connecting" } | { kind: "open" } | { kind: "lost" } | { kind: "refused"; reason: string };

/** The part of a WebSocket that is used, so that a test can stand in for it. */
export type Socket = Pick<WebSocket, "send" | "close" | "onopen" | "onmessage" | "onclose">;

export type ConnectionOptions = {
  open(): Socket;
  /** Where the session's id outlives F5. */
  storage: Pick<Storage, "getItem" | "setItem">;
  storageKey: string;
  query(): string;
  onFrame(frame: Frame): void;
  /** The last frame on the screen, asked when the connection is made anew. */
  lastFrame(): number;
  /** A connection stands: inputs that the last one may have lost are sent again, if the session is still the same. */
  onWelcome(resumed: boolean): void;
  onState(state: ConnectionState): void;
  random?: () => number;
};

const firstRetry = 500;
const lastRetry = 8000;

/**
 * Keeps one socket to the server open.
 *
 *     connecting ──welcome──► open ──close──► lost ──0.5 s, 1 s, 2 s … 8 s──► (hello with the last frame) ──► open
 *                                └──refused──► refused, for good
 */
export class Connection {
  private socket: Socket | null = null;
  private retries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private seq = 0;
  private state: ConnectionState = { kind: "connecting" };

  constructor(private readonly options: ConnectionOptions) {}

  start(): void {
    this.connect();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.drop();
  }

  /** Sends one batch of inputs and gives its number, or 0 when there is no connection to send it on. */
  sendInputs(inputs: Input[]): number {
    if (this.state.kind !== "open") return 0;
    this.seq += 1;
    this.send({ type: "input", seq: this.seq, inputs });
    return this.seq;
  }

  send(message: ClientMessage): void {
    if (this.state.kind === "open") this.socket?.send(encodeMessage(message));
  }

  /** Tries at once instead of when the wait is over; does nothing when a connection stands. */
  retryNow(): void {
    if (this.state.kind !== "lost" || this.socket !== null) return;
    clearTimeout(this.timer);
    this.connect();
  }

  private connect(): void {
    const { storage, storageKey } = this.options;
    const socket = this.options.open();
    this.socket = socket;
    this.seq = 0;
    socket.onopen = () => {
      socket.send(
        encodeMessage({
          type: "hello",
          session: storage.getItem(storageKey),
          frame: this.options.lastFrame(),
          query: this.options.query(),
        }),
      );
    };
    socket.onmessage = (event: MessageEvent<string>) => this.receive(event.data);
    socket.onclose = () => this.lost();
  }

  private receive(text: string): void {
    const message = decodeMessage(text);
    switch (message.type) {
      case "welcome":
        this.options.storage.setItem(this.options.storageKey, message.session);
        this.retries = 0;
        this.change({ kind: "open" });
        this.options.onWelcome(message.resumed);
        break;
      case "frame":
        this.options.onFrame(message);
        break;
      case "refused":
        this.drop();
        this.change({ kind: "refused", reason: message.reason });
        break;
    }
  }

  private lost(): void {
    this.socket = null;
    this.change({ kind: "lost" });
    const wait = Math.min(firstRetry * 2 ** this.retries, lastRetry);
    // After a restart of the server every page comes back; a little chance keeps them from coming at one instant.
    const jitter = 1 + 0.2 * (this.options.random ?? Math.random)();
    this.retries += 1;
    this.timer = setTimeout(() => this.connect(), wait * jitter);
  }

  private drop(): void {
    if (this.socket === null) return;
    this.socket.onclose = null;
    this.socket.onmessage = null;
    this.socket.close();
    this.socket = null;
  }

  private change(state: ConnectionState): void {
    this.state = state;
    this.options.onState(state);
  }
}
