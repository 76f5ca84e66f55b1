import { encodeRows } from "../../dev/rows.mjs";
import { decodeRows, type CellValue, type RowWindow } from "../wire/rows";
import type { Column, ColumnType } from "../wire/types";

export const column = (index: number, name: string, type: ColumnType): Column => ({ index, name, type });

export type Cells = (row: number, column: Column) => CellValue;

/** A window as the server would answer it. */
export function windowOf(columns: Column[], from: number, count: number, total: number, cell: Cells): RowWindow {
  return decodeRows(bytesOf(columns, from, count, total, cell));
}

/** The answers of a server that has `total` rows; the queries it was asked are kept. */
export function serveRows(
  columns: Column[],
  total: number,
  cell: Cells,
): { fetch: typeof fetch; asked: URLSearchParams[] } {
  const asked: URLSearchParams[] = [];
  return {
    asked,
    fetch: (address) => {
      const query = new URL(address as string, "http://localhost/").searchParams;
      asked.push(query);
      const from = Number(query.get("from"));
      const wanted = (query.get("columns") ?? "")
        .split(",")
        .flatMap((index) => columns.find((one) => one.index === Number(index)) ?? []);
      const count = Math.min(Number(query.get("count")), total - from);
      return Promise.resolve(new Response(bytesOf(wanted, from, count, total, cell)));
    },
  };
}

function bytesOf(columns: Column[], from: number, count: number, total: number, cell: Cells): ArrayBuffer {
  return new Uint8Array(encodeRows({ from, count, total, columns, cell })).buffer;
}
