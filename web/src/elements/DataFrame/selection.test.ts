import { CompactSelection, type GridSelection } from "@glideapps/glide-data-grid";
import { expect, it } from "vitest";
import { RowBlocks } from "../../rows/RowBlocks";
import { column, windowOf } from "../../testing/rows";
import { keptRows, selectionOf, type Kind } from "./selection";

const columns = [column(4, "a", "int32"), column(7, "b", "int32")];
const shown = columns.map((one) => ({ column: one, title: one.name, width: 80, hidden: false, pinned: false }));

/** A view that has the table's rows backwards, so that its rows must be asked for. */
function context(select: Kind[], whole: boolean) {
  const total = 50_000;
  const blocks = new RowBlocks(total, [4, 7], (from, count) => {
    const window = windowOf(columns, from, count, total, (row) => row);
    return Promise.resolve({ ...window, rowAt: (row: number) => (whole ? from + row : total - 1 - from - row) });
  });
  return { source: "s1", blocks, base: 1000, band: total, whole, shown, select };
}

const rowsOf = (...slices: [number, number][]): GridSelection => ({
  columns: CompactSelection.empty(),
  rows: slices.reduce((all, slice) => all.add(slice), CompactSelection.empty()),
});

it("says rows by their numbers in the table", async () => {
  expect(await selectionOf(rowsOf([1, 3], [7, 8]), context(["rows"], true))).toEqual({
    of: "s1",
    rows: [
      [1001, 1003],
      [1007, 1008],
    ],
    columns: [],
    cells: [],
  });
  expect(await selectionOf(rowsOf([1, 3]), context(["rows"], false))).toMatchObject({ rows: [[48_997, 48_999]] });
});

it("says all rows as one range, and nothing as null", async () => {
  expect(await selectionOf(rowsOf([0, 50_000]), { ...context(["rows"], true), base: 0 })).toMatchObject({
    rows: [[0, 50_000]],
  });
  expect(await selectionOf(rowsOf(), context(["rows"], true))).toBeNull();
});

it("says nothing of what is too much to ask for", async () => {
  expect(await selectionOf(rowsOf([0, 20_000]), context(["rows"], false))).toBeUndefined();
});

it("says columns and cells by their places in the table, and only what the table offers", async () => {
  const selected: GridSelection = {
    columns: CompactSelection.fromSingleSelection(1),
    rows: CompactSelection.fromSingleSelection(0),
    current: { cell: [0, 2], range: { x: 0, y: 2, width: 2, height: 2 }, rangeStack: [] },
  };
  expect(await selectionOf(selected, context(["columns", "cells"], true))).toEqual({
    of: "s1",
    rows: [],
    columns: [7],
    cells: [
      [1002, 4],
      [1002, 7],
      [1003, 4],
      [1003, 7],
    ],
  });
  expect(await selectionOf(selected, context(["cell"], true))).toMatchObject({ columns: [], cells: [[1002, 4]] });
});

it("shows the rows that are kept, if they are of this table", () => {
  const rows = [
    [1, 3],
    [8, 20],
  ];
  const value = { of: "s1", rows, columns: [], cells: [] };
  expect(keptRows(value, "s1", 10).toArray()).toEqual([1, 2, 8, 9]);
  expect(keptRows(value, "s2", 10).length).toBe(0);
  expect(keptRows(null, "s1", 10).length).toBe(0);
});
