import type { Column, ColumnType } from "../../wire/types";

export type Mark = "line" | "bar" | "area" | "point";

export type ChartProps = {
  mark: Mark;
  source: string;
  rows: number;
  x: Column;
  y: Column[];
  xLabel?: string;
  yLabel?: string;
  height?: number;
  description: string;
};

/** One point of one series. `row` leads back to the row it comes from. */
export type Point = { x: number | string | boolean | null; y: number | null; series: string; row: number };

/** The rows of a chart, by column: what its hover text reads. */
export type ChartRows = {
  count: number;
  x(row: number): Point["x"];
  xText(row: number): string;
  yText(row: number, series: number): string;
  points: Point[];
};

export const isTime = (type: ColumnType): boolean => type === "date" || type === "dateTime";
