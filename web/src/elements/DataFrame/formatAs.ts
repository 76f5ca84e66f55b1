import { formatCell, isNumeric } from "../../rows/format";
import type { CellValue } from "../../wire/rows";
import type { Column, ColumnView } from "../../wire/types";

/** A value as the column's options have it. */
export function formatAs(value: CellValue, { type, name }: Column, view: ColumnView): string {
  const shown =
    isNumeric(type) && (view.decimals !== undefined || view.notation !== undefined)
      ? number(value, view)
      : formatCell(value, type, name);
  return `${view.prefix ?? ""}${shown}${view.suffix ?? ""}`;
}

function number(value: CellValue, { decimals, notation = "grouped" }: ColumnView): string {
  const digits = decimals === undefined ? { maximumFractionDigits: notation === "compact" ? 1 : 6 } : fixed(decimals);
  const format = new Intl.NumberFormat("en", {
    ...digits,
    useGrouping: notation === "grouped" || notation === "compact",
    ...(notation === "percent" && { style: "percent" as const }),
    ...(notation === "compact" && { notation: "compact" as const }),
    ...(notation === "scientific" && { notation: "scientific" as const }),
  });
  return format.format(typeof value === "bigint" ? value : Number(value));
}

const fixed = (decimals: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: decimals,
  maximumFractionDigits: decimals,
});
