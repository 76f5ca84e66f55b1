import type { CellValue } from "../src/wire/rows";
import type { Column } from "../src/wire/types";

export function encodeRows(window: {
  from: number;
  count: number;
  total: number;
  columns: Column[];
  cell: (row: number, column: Column) => CellValue;
}): Uint8Array<ArrayBuffer>;
