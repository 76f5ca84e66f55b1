import type { Frame, Input, Json } from "../wire/types";
import type { Topics } from "./Topics";

type Entry = {
  /** What the widget shows. */
  value: Json;
  /** The revision of the server's value that was last adopted; below every revision at first. */
  adopted: number;
  /** The number of the message that carried the newest input; 0 while it has not been sent; null when none is under way. */
  pending: number | null;
  /** The server's newest value. */
  server: { value: Json; revision: number } | null;
};

const blank: Entry = { value: null, adopted: -Infinity, pending: null, server: null };

/**
 * The values widgets show. The user's own newer input stands until the server has taken it in; then the server's value is
 * adopted if its revision is newer than the one last adopted.
 */
export class WidgetValues {
  private readonly entries = new Map<string, Entry>();
  private taken = 0;

  constructor(private readonly topics: Topics) {}

  get = (id: string): Json => this.entries.get(id)?.value ?? null;

  /** Whether the newest input of the user is this one, and the server has not yet taken it in. */
  isPending(id: string, value: Json): boolean {
    const entry = this.entries.get(id);
    return entry !== undefined && entry.pending !== null && JSON.stringify(entry.value) === JSON.stringify(value);
  }

  /** The user changed the widget; nothing is sent yet. */
  edit(id: string, value: Json): void {
    this.change(id, { value, pending: 0 });
  }

  sent(id: string, seq: number): void {
    this.change(id, { pending: seq });
  }

  take(frame: Frame): void {
    if (frame.reset) this.forgetAll();
    this.taken = Math.max(this.taken, frame.seq ?? 0);
    for (const { id, value, revision } of frame.nodes ?? []) {
      if (revision !== undefined) this.change(id, { server: { value: value ?? null, revision } });
    }
    for (const [id, entry] of this.entries) this.settle(id, entry);
  }

  /** Messages are counted from 1 in each connection. */
  reconnected(): void {
    this.taken = 0;
  }

  /** Edits that an ended connection may have lost, to be sent again. Clicks are not: one click is one run at most. */
  unconfirmed(): Input[] {
    return [...this.entries].filter(([, entry]) => entry.pending !== null).map(([id, { value }]) => ({ id, value }));
  }

  /** The widget left the page; should it come back, the server says its value anew. */
  forget(id: string): void {
    this.entries.delete(id);
  }

  private forgetAll(): void {
    for (const id of this.entries.keys()) this.topics.touch(`value ${id}`);
    this.entries.clear();
  }

  private settle(id: string, entry: Entry): void {
    const waits = entry.pending !== null && (entry.pending === 0 || entry.pending > this.taken);
    if (waits) return;
    if (entry.server !== null && entry.server.revision > entry.adopted) {
      const { value, revision } = entry.server;
      this.change(id, { value, adopted: revision, pending: null });
    } else if (entry.pending !== null) {
      this.change(id, { pending: null });
    }
  }

  private change(id: string, change: Partial<Entry>): void {
    this.entries.set(id, { ...(this.entries.get(id) ?? blank), ...change });
    this.topics.touch(`value ${id}`);
  }
}
