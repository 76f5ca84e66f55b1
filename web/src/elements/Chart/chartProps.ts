import type { Column, ColumnType } from "../../wire/types";

export type Mark = "line" | "bar" | "area" | "point" | "histogram";

export type ChartProps = {
  mark: Mark;
  source: string;
  /** Where stretches of a chart that was reduced can be had with more of their rows. */
  detail?: string;
  rows: number;
  x: Column;
  y: Column[];
  xLabel?: string;
  yLabel?: string;
  height?: number;
  description: string;
};

/** One point of one series. `row` leads back to the row it comes from; a bin of a histogram reaches `from` one value `to` another. */
export type Point = {
  x: number | string | boolean | null;
  y: number | null;
  series: string;
  row: number;
  from?: number;
  to?: number;
};

/** The rows of a chart, by column: what its hover text reads. */
export type ChartRows = {
  count: number;
  x(row: number): Point["x"];
  xText(row: number): string;
  yText(row: number, series: number): string;
  points: Point[];
};

/** A part of the x axis, in its numbers: times are milliseconds. */
export type Stretch = { from: number; to: number };

export const isTime = (type: ColumnType): boolean => type === "date" || type === "dateTime";
