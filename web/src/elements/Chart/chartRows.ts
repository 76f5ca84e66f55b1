import type { Page } from "../../page/Page";
import { fetchAllRows, reasonOf } from "../../rows/fetchRows";
import { formatCell } from "../../rows/format";
import { decodeRows, type CellValue, type RowWindow } from "../../wire/rows";
import type { Column, ColumnType } from "../../wire/types";
import type { ChartProps, ChartRows, Point, Stretch } from "./chartProps";

const day = 86_400_000;

export async function fetchChartRows(page: Page, props: ChartProps, signal: AbortSignal): Promise<ChartRows> {
  const windows = await fetchAllRows(page, { ...props, columns: [props.x, ...props.y] }, signal);
  return toChartRows(props, windows);
}

/** The rows of a stretch of the x axis: more of them than the whole chart has there. */
export async function fetchStretch(
  page: Page,
  props: ChartProps & { detail: string },
  { from, to }: Stretch,
  signal: AbortSignal,
): Promise<ChartRows> {
  const unit = props.x.type === "date" ? day : 1;
  const url = page.rowsUrl(props.detail, { from: String(from / unit), to: String(to / unit) }, "/stretch");
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(await reasonOf(response));
  return toChartRows(props, [decodeRows(await response.arrayBuffer())]);
}

export function toChartRows({ x, y }: ChartProps, windows: RowWindow[]): ChartRows {
  const rows = windows.flatMap((window) => Array.from({ length: window.count }, (_, row) => ({ window, row })));
  const cell = (row: number, column: number): CellValue => {
    const place = rows[row];
    return place?.window.columns[column]?.get(place.row) ?? null;
  };
  const points: Point[] = [];
  y.forEach((series, at) => {
    for (let row = 0; row < rows.length; row++) {
      points.push({ x: toX(cell(row, 0), x.type), y: toNumber(cell(row, at + 1)), series: series.name, row });
    }
  });
  return {
    count: rows.length,
    x: (row) => toX(cell(row, 0), x.type),
    xText: (row) => formatCell(cell(row, 0), x.type, x.name),
    yText: (row, at) => formatY(cell(row, at + 1), y[at]),
    points,
  };
}

const significant = new Intl.NumberFormat("en", { maximumSignificantDigits: 6 });

/** What a chart shows need not be exact to the last digit: the grid is. */
function formatY(value: CellValue, column: Column | undefined): string {
  if (typeof value === "number" && column?.type === "float64") return significant.format(value);
  return formatCell(value, column?.type ?? "float64", column?.name);
}

/** Times become milliseconds, the rest stays what it is. */
export function toX(value: CellValue, type: ColumnType): Point["x"] {
  if (type === "date" && typeof value === "number") return value * day;
  if (typeof value === "bigint") return Number(value);
  if (type === "decimal" && typeof value === "string") return toNumber(value);
  return value;
}

function toNumber(value: CellValue): number | null {
  const number = value === null ? NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}
