import { CompactSelection, type GridSelection } from "@glideapps/glide-data-grid";
import type { RowBlocks } from "../../rows/RowBlocks";
import type { Json } from "../../wire/types";
import type { ShownColumn } from "./useColumns";

export type Kind = "row" | "rows" | "column" | "columns" | "cell" | "cells";

/** More than these nobody has chosen by hand; the server refuses them. */
const most = 10_000;

type Context = {
  source: string;
  blocks: RowBlocks;
  base: number;
  band: number;
  whole: boolean;
  shown: readonly ShownColumn[];
  select: readonly Kind[];
};

/** What the grid has selected, by rows of the source; null for nothing, undefined when some rows are not known or are too many. */
export async function selectionOf(selected: GridSelection, context: Context): Promise<Json | undefined> {
  const { source, blocks, base, band, whole, shown, select } = context;
  const offers = (...kinds: Kind[]): boolean => kinds.some((kind) => select.includes(kind));
  const picked = offers("row", "rows") ? selected.rows.toArray() : [];
  // The box at the head takes the rows the grid has, and means all there are.
  const everything = whole && picked.length === band && band > 0;
  const rows = everything
    ? [[0, blocks.rows]]
    : await rangesOf(
        picked.map((row) => base + row),
        blocks,
        whole,
      );
  const columns = offers("column", "columns") ? indexes(selected.columns.toArray(), shown) : [];
  const range = offers("cells")
    ? selected.current?.range
    : offers("cell") && selected.current
      ? one(selected.current.cell)
      : undefined;
  const cells = range ? await cellsOf(range, context) : [];
  if (rows === undefined || cells === undefined) return undefined;
  return rows.length + columns.length + cells.length === 0 ? null : { of: source, rows, columns, cells };
}

const one = ([x, y]: readonly [number, number]): { x: number; y: number; width: number; height: number } => ({
  x,
  y,
  width: 1,
  height: 1,
});

const indexes = (places: number[], shown: readonly ShownColumn[]): number[] =>
  places.flatMap((place) => shown[place]?.column.index ?? []).sort((a, b) => a - b);

async function cellsOf(
  range: { x: number; y: number; width: number; height: number },
  { blocks, base, whole, shown }: Context,
): Promise<number[][] | undefined> {
  if (range.width * range.height > most) return undefined;
  const positions = Array.from({ length: range.height }, (_, row) => base + range.y + row);
  const rows = whole ? positions : await numbersOf(positions, blocks);
  const columns = indexes(
    Array.from({ length: range.width }, (_, at) => range.x + at),
    shown,
  );
  return rows?.flatMap((row) => columns.map((column) => [row, column]));
}

/** Rows one after another as from and to, in the order of the source. */
async function rangesOf(positions: number[], blocks: RowBlocks, whole: boolean): Promise<number[][] | undefined> {
  const rows = whole ? positions : await numbersOf(positions, blocks);
  if (rows === undefined) return undefined;
  const ranges: [number, number][] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === row) last[1] = row + 1;
    else ranges.push([row, row + 1]);
  }
  return ranges.length > most ? undefined : ranges;
}

async function numbersOf(positions: number[], blocks: RowBlocks): Promise<number[] | undefined> {
  const first = positions[0];
  const last = positions.at(-1);
  if (first === undefined || last === undefined) return [];
  if (last - first >= most) return undefined;
  await blocks.ensure(first, last + 1);
  const numbers = positions.map((position) => blocks.rowAt(position));
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

/** The rows of a selection that was made before the grid was here, where the grid begins with the table's first. */
export function keptRows(value: Json, source: string, band: number): CompactSelection {
  let rows = CompactSelection.empty();
  if (value === null || typeof value !== "object" || Array.isArray(value) || value.of !== source) return rows;
  for (const [from, to] of (value.rows ?? []) as [number, number][]) {
    if (from < band) rows = rows.add([from, Math.min(to, band)]);
  }
  return rows;
}
