import { describe, expect, it } from "vitest";
import { column, windowOf } from "../../testing/rows";
import type { CellValue } from "../../wire/rows";
import type { Column } from "../../wire/types";
import type { ChartProps, Mark } from "./chartProps";
import { toChartRows } from "./chartRows";
import { Drawing } from "./Drawing";
import { seriesColours } from "./seriesColours";
import { chartSpec, xScaleOf } from "./spec";

const colours = { text: "#000", muted: "#555", line: "#ddd", series: seriesColours("light") };

const chart = (mark: Mark, x: Column, ...y: Column[]): ChartProps => ({
  mark,
  source: "s",
  rows: 3,
  x,
  y,
  description: "d",
});

const rowsOf = (props: ChartProps, rows: CellValue[][]) => {
  const columns = [props.x, ...props.y];
  return toChartRows(props, [
    windowOf(columns, 0, rows.length, rows.length, (row, { index }) => rows[row]?.[index] ?? null),
  ]);
};

async function draw(props: ChartProps, cells: CellValue[][]): Promise<Drawing> {
  const rows = rowsOf(props, cells);
  const drawing = new Drawing(chartSpec(props, rows, colours, 600), null);
  await drawing.draw(rows, 600, 300);
  return drawing;
}

const hour = column(0, "Hour", "int32");
const trips = column(1, "Trips", "float64");

describe("every mark is drawn without making code of text", () => {
  const marks: Mark[] = ["line", "bar", "area", "point"];
  const xs: [Column, CellValue[]][] = [
    [hour, [1, 2, 3]],
    [column(0, "Name", "text"), ["a", "b", null]],
    [column(0, "Day", "date"), [10, 11, 12]],
    [column(0, "When", "dateTime"), [0, 1e12, 2e12]],
    [column(0, "Late", "bool"), [true, false, true]],
    [column(0, "Big", "int64"), [1n, 2n, 3n]],
    [column(0, "Cost", "decimal"), ["1.5", "2.5", "3.5"]],
    [column(0, "Took", "timeSpan"), [1, 2, 3]],
  ];
  it.each(marks.flatMap((mark) => xs.map(([x, values]) => [mark, x.type, x, values] as const)))(
    "%s over %s",
    async (mark, _, x, values) => {
      const drawing = await draw(
        chart(mark, x, trips),
        values.map((value, row) => [value, row]),
      );
      expect(drawing.points()).toHaveLength(3);
      drawing.dispose();
    },
  );

  it.each(marks)("%s of several series, whatever their names", async (mark) => {
    const drawing = await draw(chart(mark, hour, column(1, "a.b['c']", "int32"), column(2, "", "int64")), [
      [1, 5, 6n],
      [2, null, 7n],
    ]);
    expect(drawing.points()).toHaveLength(4);
    drawing.dispose();
  });
});

it("takes no number for a gap", () => {
  const rows = rowsOf(chart("line", hour, trips), [
    [1, NaN],
    [2, Infinity],
    [3, null],
  ]);
  expect(rows.points.map(({ y }) => y)).toEqual([null, null, null]);
});

it("finds the places of values, for the pointer", async () => {
  const drawing = await draw(chart("line", hour, trips), [
    [0, 0],
    [10, 5],
  ]);
  const plot = drawing.plot();
  expect(drawing.xOf(0)).toBeCloseTo(plot.left, 0);
  expect(drawing.xOf(10)).toBeCloseTo(plot.left + plot.width, 0);
  expect(drawing.yOf(5)).toBeLessThan(drawing.yOf(0));
  drawing.dispose();
});

it("names each row as the grid would", () => {
  const rows = rowsOf(chart("line", column(0, "Day", "date"), trips), [[0, 1234.56789]]);
  expect([rows.xText(0), rows.yText(0, 0)]).toEqual(["1970-01-01", "1,234.57"]);
});

it.each([
  ["bar", "int32", 24, "discrete"],
  ["bar", "int32", 4000, "quantitative"],
  ["line", "int32", 24, "quantitative"],
  ["line", "text", 24, "discrete"],
  ["bar", "date", 24, "utc"],
  ["point", "bool", 24, "discrete"],
] as const)("a %s over %s with %d rows has a scale that is %s", (mark, type, rows, scale) => {
  expect(xScaleOf(chart(mark, column(0, "x", type), trips), rows)).toBe(scale);
});

it("has one specification for other data of the same shape", () => {
  const props = chart("line", hour, trips);
  const spec = (cells: CellValue[][]) => JSON.stringify(chartSpec(props, rowsOf(props, cells), colours, 600));
  expect(
    spec([
      [1, 2],
      [3, 4],
    ]),
  ).toBe(
    spec([
      [5, 6],
      [7, 8],
      [9, 10],
    ]),
  );
});

it.each([
  ["int32", 2, 3],
  ["dateTime", 1e12, 1.5e12],
  ["date", 10 * 86_400_000, 11 * 86_400_000],
] as const)("shows a stretch of an axis of %s from edge to edge", async (type, from, to) => {
  const props = chart("line", column(0, "x", type), trips);
  const rows = rowsOf(props, [
    [1, 1],
    [20, 2],
  ]);
  const drawing = new Drawing(chartSpec(props, rows, colours, 600, { from, to }), null);
  await drawing.draw(rows, 600, 300);
  const { left, width } = drawing.plot();
  expect(drawing.xOf(from)).toBeCloseTo(left);
  expect(drawing.xOf(to)).toBeCloseTo(left + width);
  expect(drawing.xAt(left)).toBeCloseTo(from);
  drawing.dispose();
});
