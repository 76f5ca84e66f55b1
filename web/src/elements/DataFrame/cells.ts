import { GridCellKind, type GridCell } from "@glideapps/glide-data-grid";
import { formatCell, isNumeric } from "../../rows/format";
import type { CellValue } from "../../wire/rows";
import type { Column, ColumnType } from "../../wire/types";

/** Amounts stand on the right, so that their digits stand below each other. */
export const standsRight = (type: ColumnType): boolean => isNumeric(type) || type === "timeSpan";

/** How a value stands in the grid; undefined is one that is still on its way. */
export function cellOf(column: Column | undefined, value: CellValue | undefined): GridCell {
  if (column === undefined || value === undefined) return { kind: GridCellKind.Loading, allowOverlay: false };
  if (value === null) {
    return {
      kind: GridCellKind.Text,
      data: "",
      displayData: "null",
      allowOverlay: false,
      contentAlign: standsRight(column.type) ? "right" : "left",
      style: "faded",
    };
  }
  if (typeof value === "boolean")
    return { kind: GridCellKind.Boolean, data: value, allowOverlay: false, readonly: true };
  const text = formatCell(value, column.type, column.name);
  return {
    kind: GridCellKind.Text,
    // What is copied is the value itself where that is a number, so that a spreadsheet reads it as one.
    data: typeof value === "string" || typeof value === "bigint" || isNumeric(column.type) ? String(value) : text,
    displayData: text,
    allowOverlay: false,
    contentAlign: standsRight(column.type) ? "right" : "left",
  };
}
