import type { Page } from "../../page/Page";
import { fetchAllRows } from "../../rows/fetchRows";
import type { CellValue, RowWindow } from "../../wire/rows";
import type { Column, ColumnType } from "../../wire/types";

const day = 86_400_000;

export type SpecData = { name: string; source: string; rows: number; columns: Column[] };

/** A row as the specification's expressions read it. */
export type SpecRow = Record<string, Date | number | string | boolean | null>;

export async function fetchSpecRows(page: Page, data: SpecData | undefined, signal: AbortSignal): Promise<SpecRow[]> {
  if (data === undefined) return [];
  const windows = await fetchAllRows(page, data, signal);
  return windows.flatMap(toSpecRows);
}

export function toSpecRows(window: RowWindow): SpecRow[] {
  return Array.from({ length: window.count }, (_, row) =>
    Object.fromEntries(window.columns.map((column) => [column.name, toSpec(column.get(row), column.type)])),
  );
}

export const isTime = (type: ColumnType | undefined): boolean => type === "date" || type === "dateTime";

function toSpec(value: CellValue, type: ColumnType): SpecRow[string] {
  if (value === null) return null;
  if (isTime(type)) return onWall(Number(value) * (type === "date" ? day : 1));
  if (typeof value === "bigint" || type === "decimal") return Number(value);
  return value;
}

/**
 * The server's times have no zone: they are what a clock on the wall shows. Vega-Lite draws by the browser's clock unless
 * the specification says otherwise, so it gets the moment at which that clock shows the same.
 */
function onWall(time: number): Date {
  const clock = new Date(time);
  return new Date(
    clock.getUTCFullYear(),
    clock.getUTCMonth(),
    clock.getUTCDate(),
    clock.getUTCHours(),
    clock.getUTCMinutes(),
    clock.getUTCSeconds(),
    clock.getUTCMilliseconds(),
  );
}

/** What the browser's clock shows at a moment, as the server reads it. */
export function offWall(moment: number): string {
  const clock = new Date(moment);
  return new Date(moment - clock.getTimezoneOffset() * 60_000).toISOString().slice(0, -1);
}
