import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeRows } from "../../dev/rows.mjs";
import { decodeRows, RowsError, type CellValue } from "./rows";
import type { Column, ColumnType } from "./types";

const cells: Record<ColumnType, fc.Arbitrary<CellValue>> = {
  bool: fc.boolean(),
  int32: fc.integer(),
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  float64: fc.double(),
  decimal: fc.double({ noNaN: true }).map(String),
  text: fc.string({ unit: "grapheme" }),
  dateTime: fc.integer().map((seconds) => seconds * 1000),
  date: fc.integer({ min: -100_000, max: 100_000 }),
  timeSpan: fc.integer(),
};

const types = Object.keys(cells) as ColumnType[];

const windows = fc
  .array(fc.constantFrom(...types), { maxLength: 6 })
  .chain((columnTypes) =>
    fc.tuple(
      fc.constant(columnTypes),
      fc.array(fc.tuple(...columnTypes.map((type) => fc.option(cells[type], { nil: null }))), { maxLength: 40 }),
      fc.nat(1_000_000),
    ),
  );

function encode(columnTypes: ColumnType[], rows: CellValue[][], from = 0): ArrayBuffer {
  const columns: Column[] = columnTypes.map((type, index) => ({ index, name: `c${index}`, type }));
  const bytes = encodeRows({
    from,
    count: rows.length,
    total: from + rows.length,
    columns,
    cell: (row, column) => rows[row - from]?.[column.index] ?? null,
  });
  return new Uint8Array(bytes).buffer;
}

describe("decodeRows", () => {
  it("reads back every type, with nulls", () => {
    fc.assert(
      fc.property(windows, ([columnTypes, rows, from]) => {
        const window = decodeRows(encode(columnTypes, rows, from));
        expect(window).toMatchObject({ from, count: rows.length, total: from + rows.length });
        expect(window.columns.map(({ type }) => type)).toEqual(columnTypes);
        const read = rows.map((_, row) => window.columns.map((column) => column.get(row)));
        expect(read).toEqual(rows);
      }),
    );
  });

  it("names no other error than its own for bytes that are cut, changed or made up", () => {
    const damaged = fc
      .tuple(windows, fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }))
      .map(([[columnTypes, rows], cut, changes]) => {
        const bytes = new Uint8Array(encode(columnTypes, rows));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return bytes.slice(0, cut % 3 === 0 ? cut % (bytes.length + 1) : bytes.length).buffer;
      });
    const madeUp = fc.uint8Array({ maxLength: 200 }).map((bytes) => bytes.slice().buffer);
    fc.assert(
      fc.property(fc.oneof(damaged, madeUp), (buffer) => {
        try {
          const window = decodeRows(buffer);
          for (const column of window.columns)
            for (let row = 0; row < Math.min(window.count, 50); row++) column.get(row);
        } catch (error) {
          expect(error).toBeInstanceOf(RowsError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("says what is wrong with an answer", () => {
    expect(() => decodeRows(new ArrayBuffer(3))).toThrow("The rows are cut off before their header.");
    expect(() => decodeRows(new TextEncoder().encode("<html>...").buffer)).toThrow(
      "The answer is not a window of rows.",
    );
    const cut = encode(["int32"], [[1], [2], [3]]);
    expect(() => decodeRows(cut.slice(0, -8))).toThrow('Column "c0" reaches outside the answer.');
  });

  it("refuses a row outside the window", () => {
    const window = decodeRows(encode(["int32"], [[7]]));
    expect(() => window.columns[0]?.get(1)).toThrow("Row 1 lies outside a window of 1 rows.");
  });
});
