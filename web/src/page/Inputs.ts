import type { Input, Json } from "../wire/types";
import type { WidgetValues } from "./WidgetValues";

/** What the user did, on its way to the server: kept back while a slider still moves, packed into one message where it belongs together. */
export class Inputs {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  /** `send` gives the message's number, or 0 when there is no connection. */
  constructor(
    private readonly values: WidgetValues,
    private readonly send: (inputs: Input[]) => number,
  ) {}

  /** Shows the value at once and sends it when `delay` milliseconds have gone by without another edit. */
  edit(id: string, value: Json, delay: number): void {
    // A slider that is let go tells its value once as final and once as moved, in this order.
    if (!this.waiting.has(id) && this.values.isPending(id, value)) return;
    this.values.edit(id, value);
    clearTimeout(this.waiting.get(id));
    this.waiting.set(
      id,
      setTimeout(() => this.commit(id), delay),
    );
  }

  /** Shows and sends the value at once. */
  set(id: string, value: Json): void {
    this.values.edit(id, value);
    this.waiting.set(
      id,
      setTimeout(() => undefined),
    );
    this.commit(id);
  }

  /** Sends an edit that still waits. */
  commit(id: string): void {
    if (!this.waiting.has(id)) return;
    this.deliver(this.takeWaiting(id));
  }

  /** A click takes along every edit that still waits: the run it starts must see what the user sees. */
  click(id: string): void {
    const edits = [...this.waiting.keys()].flatMap((edited) => this.takeWaiting(edited));
    this.deliver([...edits, { id, click: true }]);
  }

  /** After a lost connection: what the server may not have heard. */
  resend(): void {
    const inputs = this.values.unconfirmed().filter((input) => !this.waiting.has(input.id));
    if (inputs.length > 0) this.deliver(inputs);
  }

  private takeWaiting(id: string): Input[] {
    clearTimeout(this.waiting.get(id));
    this.waiting.delete(id);
    return [{ id, value: this.values.get(id) }];
  }

  private deliver(inputs: Input[]): void {
    const seq = this.send(inputs);
    for (const input of inputs) if ("value" in input) this.values.sent(input.id, seq);
  }
}
