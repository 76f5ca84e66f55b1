import type { Socket } from "../connection/Connection";
import type { ClientMessage, Frame, ServerMessage } from "../wire/types";

/** A socket whose other end is the test. */
export class FakeSocket implements Socket {
  readonly sent: ClientMessage[] = [];
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  closed = false;
  private frames = 0;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientMessage);
  }

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.onopen?.call(this as never, new Event("open"));
  }

  receive(message: ServerMessage): void {
    this.onmessage?.call(this as never, new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  welcome(session = "s1", resumed = false): void {
    this.open();
    this.receive({ type: "welcome", session, resumed });
  }

  frame(frame: Omit<Frame, "type" | "frame">): void {
    this.frames += 1;
    this.receive({ type: "frame", frame: this.frames, ...frame });
  }

  /** The connection breaks. */
  break(): void {
    this.onclose?.call(this as never, new CloseEvent("close"));
  }

  sentOf<Type extends ClientMessage["type"]>(type: Type): Extract<ClientMessage, { type: Type }>[] {
    return this.sent.filter((message) => message.type === type) as Extract<ClientMessage, { type: Type }>[];
  }
}
