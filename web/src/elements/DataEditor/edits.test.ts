import { expect, it } from "vitest";
import { column } from "../../testing/rows";
import { addRows, deleteRows, noEdits, readEdits, summaryOf, tooMany, writeCells, writeEdits } from "./edits";

const fruit = column(0, "Fruit", "text");
const count = column(1, "Count", "int32");
const rules = [
  { index: 0, required: true },
  { index: 1, min: 0, default: "1" },
];
const table = { rows: 3, columns: [fruit, count], rules };

it("reads and writes what travels, and nothing of other data", () => {
  const value = { of: "s1", cells: [[0, 1, "7"]], deleted: [2], added: [["Fig", null]] };
  expect(writeEdits(readEdits(value, "s1"), "s1")).toEqual(value);
  expect(readEdits(value, "s2")).toBe(noEdits);
  expect(readEdits(null, "s1")).toBe(noEdits);
  expect(writeEdits(noEdits, "s1")).toBeNull();
});

it("writes cells of the source and of added rows, the last edit of a cell alone", () => {
  const added = addRows(noEdits, 1, table);
  expect(added.added).toEqual([[null, "1"]]);
  const { edits, problems } = writeCells(
    added,
    [
      { row: 0, column: count, text: "5" },
      { row: 0, column: count, text: "6" },
      { row: 3, column: fruit, text: "Fig" },
    ],
    table,
  );
  expect(edits).toMatchObject({ cells: [[0, 1, "6"]], added: [["Fig", "1"]] });
  expect(problems).toEqual([]);
  expect(added.added).toEqual([[null, "1"]]);
});

it("leaves out what does not fit, and says so", () => {
  const { edits, problems } = writeCells(
    noEdits,
    [
      { row: 0, column: count, text: "-5" },
      { row: 1, column: count, text: "5" },
    ],
    table,
  );
  expect(edits.cells).toEqual([[1, 1, "5"]]);
  expect(problems).toEqual([[0, 1, "-5 is less than 0, the least that is taken here."]]);
});

it("leaves a disabled column alone", () => {
  const fixed = { ...table, rules: [{ index: 1, disabled: true }] };
  expect(writeCells(noEdits, [{ row: 0, column: count, text: "5" }], fixed).edits.cells).toEqual([]);
});

it("marks rows as deleted, restores those that are, and drops added ones", () => {
  const added = addRows(noEdits, 2, table);
  const gone = deleteRows(added, [2, 0, 3], table);
  expect(gone).toMatchObject({ deleted: [0, 2], added: [[null, "1"]] });
  expect(deleteRows(gone, [0], table).deleted).toEqual([2]);
  expect(deleteRows(gone, [0, 1], table).deleted).toEqual([0, 1, 2]);
});

it("has an end", () => {
  const cell = (row: number): [number, number, string] => [row, 1, "1"];
  expect(tooMany({ ...noEdits, cells: Array.from({ length: 5000 }, (_, row) => cell(row)) })).toBeNull();
  expect(tooMany({ ...noEdits, cells: Array.from({ length: 5001 }, (_, row) => cell(row)) })).toContain("5,000 cells");
  expect(tooMany({ ...noEdits, deleted: Array.from({ length: 5001 }, (_, row) => row) })).toContain("5,000 rows");
  expect(tooMany({ ...noEdits, added: Array.from({ length: 1001 }, () => []) })).toContain("1,000 rows");
  expect(tooMany({ ...noEdits, cells: [[0, 0, "ä".repeat(100_001)]] })).toContain("more edits than can be sent");
});

it("says what was edited", () => {
  expect(summaryOf(noEdits, rules)).toBe("");
  expect(summaryOf({ ...addRows(noEdits, 2, table), cells: [[0, 1, "1"]], deleted: [0, 1] }, rules)).toBe(
    "1 cell edited, 2 rows added, 2 of them not complete, 2 rows deleted",
  );
});
