import type { Column, Json } from "../../wire/types";
import { readCell, type ColumnRule } from "./cellInput";

/**
 * Everything that was edited in a table, as it travels. Rows are those of the source; added ones are counted on from its last:
 *
 *     0 ├── the source's rows ──┤ rows ├── added ──┤
 */
export type Edits = {
  cells: readonly EditedCell[];
  deleted: readonly number[];
  added: readonly (readonly (string | null)[])[];
  /** What the server did not take, with its reasons. */
  refused: readonly Problem[];
};

export type EditedCell = readonly [row: number, column: number, text: string | null];

export type Problem = readonly [row: number, column: number, message: string];

export type CellEdit = { row: number; column: Column; text: string | null };

export type Table = { rows: number; columns: readonly Column[]; rules: readonly ColumnRule[] };

/** More than these nobody edits by hand; the server refuses them. */
export const most = { cells: 5_000, deleted: 5_000, added: 1_000 };

/** A message of more bytes than the server takes would end the connection. */
const longest = 200_000;

export const noEdits: Edits = { cells: [], deleted: [], added: [], refused: [] };

/** The edits a value stands for; none when they were made in other data. */
export function readEdits(value: Json, source: string): Edits {
  if (value === null || typeof value !== "object" || Array.isArray(value) || value.of !== source) return noEdits;
  return { ...noEdits, ...(value as unknown as Partial<Edits>) };
}

export function writeEdits({ cells, deleted, added }: Edits, source: string): Json {
  if (cells.length + deleted.length + added.length === 0) return null;
  return { of: source, cells, deleted, added } as unknown as Json;
}

/** Why so many edits cannot be kept; null when they can. */
export function tooMany(edits: Edits): string | null {
  if (edits.cells.length > most.cells)
    return "At most 5,000 cells can be edited at once. The last edits were not taken.";
  if (edits.deleted.length > most.deleted) return "At most 5,000 rows can be deleted at once. None of them was.";
  if (edits.added.length > most.added) return "At most 1,000 rows can be added at once. The last ones were not.";
  return new TextEncoder().encode(JSON.stringify([edits.cells, edits.deleted, edits.added])).length > longest
    ? "These are more edits than can be sent at once. The last ones were not taken."
    : null;
}

/** Writes into cells what their columns can hold; says what they cannot. */
export function writeCells(
  edits: Edits,
  changes: readonly CellEdit[],
  { rows, rules }: Table,
): { edits: Edits; problems: Problem[] } {
  const cells = new Map(edits.cells.map((cell) => [`${cell[0]} ${cell[1]}`, cell]));
  const added = edits.added.map((row) => [...row]);
  const problems: Problem[] = [];
  for (const { row, column, text } of changes) {
    const rule = rules.find((one) => one.index === column.index);
    if (rule?.disabled) continue;
    const read = readCell(text, column.type, rule);
    if ("message" in read) {
      problems.push([row, column.index, read.message]);
      continue;
    }
    if (row < rows) cells.set(`${row} ${column.index}`, [row, column.index, read.text]);
    else {
      const values = added[row - rows];
      if (values) values[column.index] = read.text;
    }
  }
  return { edits: { ...edits, cells: [...cells.values()], added, refused: [] }, problems };
}

/** Adds rows at the end, with what their columns have by default. */
export function addRows(edits: Edits, count: number, { columns, rules }: Table): Edits {
  const values: (string | null)[] = columns.map(() => null);
  for (const rule of rules) values[rule.index] = rule.default ?? null;
  return { ...edits, added: [...edits.added, ...Array.from({ length: count }, () => values)], refused: [] };
}

/** Marks rows of the source as deleted, or no longer; added ones just go. */
export function deleteRows(edits: Edits, rows: readonly number[], table: Table): Edits {
  const gone = new Set(rows);
  const known = rows.filter((row) => row < table.rows);
  const restores = known.length === rows.length && known.every((row) => edits.deleted.includes(row));
  const deleted = restores
    ? edits.deleted.filter((row) => !gone.has(row))
    : [...new Set([...edits.deleted, ...known])].sort((a, b) => a - b);
  return { ...edits, deleted, added: edits.added.filter((_, at) => !gone.has(table.rows + at)), refused: [] };
}

/** The cells of added rows that still need a value. */
export const lacking = (edits: Edits, rules: readonly ColumnRule[]): number =>
  edits.added.filter((row) => rules.some((rule) => rule.required && (row[rule.index] ?? null) === null)).length;

/** What a reader is told of the edits. */
export function summaryOf(edits: Edits, rules: readonly ColumnRule[]): string {
  const waiting = lacking(edits, rules);
  return [
    counted(edits.cells.length, "cell", "edited"),
    counted(edits.added.length, "row", "added"),
    waiting > 0 ? `${waiting} of them not complete` : null,
    counted(edits.deleted.length, "row", "deleted"),
  ]
    .filter((part) => part !== null)
    .join(", ");
}

const counted = (count: number, noun: string, what: string): string | null =>
  count === 0 ? null : `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"} ${what}`;
