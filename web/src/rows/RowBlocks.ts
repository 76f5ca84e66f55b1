import type { CellValue, RowWindow } from "../wire/rows";

export const blockSize = 200;

/** So many blocks stay in memory; the ones looked at longest ago go first. */
const kept = 200;

type Block = { state: "loading"; abort: AbortController; done: Promise<void> } | { state: "loaded"; rows: RowWindow };

/** The rows of one source in one order, fetched in blocks as they come into view. */
export class RowBlocks {
  private readonly blocks = new Map<number, Block>();
  private readonly columnAt = new Map<number, number>();

  constructor(
    readonly rows: number,
    columns: readonly number[],
    private readonly fetch: (from: number, count: number, signal: AbortSignal) => Promise<RowWindow>,
    private readonly onLoaded: (from: number, count: number) => void = () => undefined,
  ) {
    columns.forEach((index, position) => this.columnAt.set(index, position));
  }

  /** The cell, or undefined while it is not there yet. */
  get(row: number, column: number): CellValue | undefined {
    const index = Math.floor(row / blockSize);
    const block = this.blocks.get(index);
    const position = this.columnAt.get(column);
    if (block?.state !== "loaded" || position === undefined) return undefined;
    const offset = row - block.rows.from;
    return offset < block.rows.count ? block.rows.columns[position]?.get(offset) : null;
  }

  /** The number in the table of a row of the view, or undefined while it is not there yet. */
  rowAt(row: number): number | undefined {
    const block = this.blocks.get(Math.floor(row / blockSize));
    return block?.state === "loaded" ? block.rows.rowAt(row - block.rows.from) : undefined;
  }

  /** Some cells of a column, of whichever rows are there. */
  sample(column: number, count: number): CellValue[] {
    const position = this.columnAt.get(column) ?? -1;
    for (const block of this.blocks.values()) {
      if (block.state !== "loaded") continue;
      const { columns, count: rows } = block.rows;
      return Array.from({ length: Math.min(count, rows) }, (_, row) => columns[position]?.get(row) ?? null);
    }
    return [];
  }

  /** Rows `from` to `to` (exclusive) are in view: they are fetched, and what is still on its way for elsewhere is given up. Rejects when they cannot be had. */
  async show(from: number, to: number): Promise<void> {
    const first = Math.max(0, Math.floor(from / blockSize));
    const last = Math.floor((Math.min(to, this.rows) - 1) / blockSize);
    for (const [index, block] of this.blocks) {
      if (block.state === "loading" && (index < first || index > last)) this.giveUp(index, block.abort);
    }
    await this.load(first, last);
    this.trim(first, last);
  }

  /** Fetches rows without giving up others, for a copy that reaches beyond the view. */
  async ensure(from: number, to: number): Promise<void> {
    await this.load(Math.floor(from / blockSize), Math.floor((Math.min(to, this.rows) - 1) / blockSize));
  }

  dispose(): void {
    for (const [index, block] of this.blocks) if (block.state === "loading") this.giveUp(index, block.abort);
  }

  private async load(first: number, last: number): Promise<void> {
    const waits: Promise<void>[] = [];
    for (let index = first; index <= last; index++) {
      const known = this.blocks.get(index);
      if (known) {
        // Moves it to the end of the map's order: it was looked at last.
        this.blocks.delete(index);
        this.blocks.set(index, known);
      }
      if (known?.state === "loaded") continue;
      waits.push(known?.done ?? this.begin(index));
    }
    await Promise.all(waits);
  }

  private begin(index: number): Promise<void> {
    const abort = new AbortController();
    const from = index * blockSize;
    const count = Math.min(blockSize, this.rows - from);
    const done = this.fetch(from, count, abort.signal).then(
      (rows) => {
        if (abort.signal.aborted) return;
        this.blocks.set(index, { state: "loaded", rows });
        this.onLoaded(from, count);
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        this.blocks.delete(index);
        throw error;
      },
    );
    this.blocks.set(index, { state: "loading", abort, done });
    return done;
  }

  private giveUp(index: number, abort: AbortController): void {
    abort.abort();
    this.blocks.delete(index);
  }

  private trim(first: number, last: number): void {
    for (const [index, block] of this.blocks) {
      if (this.blocks.size <= kept) return;
      if (block.state === "loaded" && (index < first || index > last)) this.blocks.delete(index);
    }
  }
}
