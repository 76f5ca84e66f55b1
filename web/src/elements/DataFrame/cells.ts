import { GridCellKind, type GridCell } from "@glideapps/glide-data-grid";
import { formatCell, isNumeric } from "../../rows/format";
import type { CellValue } from "../../wire/rows";
import type { Column, ColumnView } from "../../wire/types";
import { alignOf, isSafeImage, isSafeLink } from "./cellRules";
import { barCell, lineCell, numbersOf } from "./drawnCells";
import { formatAs } from "./formatAs";

/** How a value stands in the grid; undefined is one that is still on its way. */
export function cellOf(column: Column | undefined, value: CellValue | undefined, view?: ColumnView): GridCell {
  if (column === undefined || value === undefined) return { kind: GridCellKind.Loading, allowOverlay: false };
  const contentAlign = alignOf(column.type, view);
  if (value === null) {
    return {
      kind: GridCellKind.Text,
      data: "",
      displayData: "null",
      allowOverlay: false,
      contentAlign,
      style: "faded",
    };
  }
  if (typeof value === "boolean")
    return { kind: GridCellKind.Boolean, data: value, allowOverlay: false, readonly: true, contentAlign };
  const text = view ? formatAs(value, column, view) : formatCell(value, column.type, column.name);
  // What is copied is the value itself where that is a number, so that a spreadsheet reads it as one.
  const data = typeof value === "string" || typeof value === "bigint" || isNumeric(column.type) ? String(value) : text;
  switch (view?.look) {
    case "link":
      if (!isSafeLink(data)) break;
      return {
        kind: GridCellKind.Uri,
        data,
        displayData: view.display ?? data,
        allowOverlay: false,
        readonly: true,
        hoverEffect: true,
        contentAlign,
        onClickUri: ({ preventDefault }) => {
          preventDefault();
          window.open(data, "_blank", "noopener,noreferrer");
        },
      };
    case "image":
      if (!isSafeImage(data)) break;
      return { kind: GridCellKind.Image, data: [data], allowOverlay: false, readonly: true, contentAlign };
    case "progress":
      return barCell({ share: (Number(value) - (view.min ?? 0)) / ((view.max ?? 1) - (view.min ?? 0)), text }, data);
    case "sparkline":
      return lineCell({ numbers: numbersOf(data) }, data);
  }
  return { kind: GridCellKind.Text, data, displayData: text, allowOverlay: false, contentAlign };
}
