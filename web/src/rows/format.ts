import type { CellValue } from "../wire/rows";
import type { ColumnType } from "../wire/types";

const day = 86_400_000;
const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
const plain = new Intl.NumberFormat("en", { maximumFractionDigits: 6, useGrouping: false });

/** Columns whose numbers are names, not amounts: a year reads 2015, not 2,015. */
const namesNumbers = /(?:^|[\s_-])(?:id|year|zip|code|no|nr)$|(?:Id|Year|Zip|Code)$|^(?:year|zip)/;

export const isNumeric = (type: ColumnType): boolean =>
  type === "int32" || type === "int64" || type === "float64" || type === "decimal";

/** A cell as it is read: numbers grouped, dates as ISO 8601 has them. */
export function formatCell(value: CellValue, type: ColumnType, columnName = ""): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "string") return type === "decimal" ? groupDecimal(value, columnName) : value;
  if (typeof value === "bigint") return formatterFor(columnName).format(value);
  switch (type) {
    case "date":
      return formatDate(value * day);
    case "dateTime":
      return formatDateTime(value);
    case "timeSpan":
      return formatTimeSpan(value);
    default:
      return formatNumber(value, columnName);
  }
}

/** A number with at most six digits after the point; very large and very small ones by powers of ten. */
export function formatNumber(value: number, columnName = ""): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(4);
  return formatterFor(columnName).format(value);
}

const formatterFor = (columnName: string): Intl.NumberFormat => (namesNumbers.test(columnName) ? plain : grouped);

/** A decimal keeps every digit it has, so its text is grouped rather than parsed. */
function groupDecimal(text: string, columnName: string): string {
  const [whole = "", fraction] = text.split(".");
  const shown = namesNumbers.test(columnName) ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? shown : `${shown}.${fraction}`;
}

export function formatDate(milliseconds: number): string {
  return iso(milliseconds)?.slice(0, 10) ?? "";
}

export function formatDateTime(milliseconds: number): string {
  const text = iso(milliseconds);
  if (text === null) return "";
  return text.replace("T", " ").replace(/(?:\.000)?Z$/, "");
}

function iso(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Hours, minutes and seconds, and days where there are any. */
function formatTimeSpan(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return "";
  const size = Math.abs(milliseconds);
  const days = Math.floor(size / day);
  const clock = formatDateTime(size % day).slice(11);
  return `${milliseconds < 0 ? "-" : ""}${days > 0 ? `${days} d ` : ""}${clock}`;
}
