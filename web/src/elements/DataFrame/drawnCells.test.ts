import { GridCellKind } from "@glideapps/glide-data-grid";
import { expect, it } from "vitest";
import { column } from "../../testing/rows";
import { cellOf } from "./cells";
import { numbersOf, pointsOf } from "./drawnCells";
import { formatAs } from "./formatAs";

it("reads the numbers of a line", () => {
  expect(numbersOf("[1, 2.5;-3  4e2, x]")).toEqual([1, 2.5, -3, 400]);
});

it("draws the least at the foot and the greatest at the top", () => {
  expect(pointsOf([1, 3, 2], 10, 4)).toEqual([
    [0, 4],
    [5, 0],
    [10, 2],
  ]);
  expect(pointsOf([7], 10, 4)).toEqual([[0, 4]]);
});

it.each([
  [{ decimals: 2 }, "1,234.50"],
  [{ decimals: 0, prefix: "$" }, "$1,235"],
  [{ notation: "plain" as const }, "1234.5"],
  [{ notation: "percent" as const, decimals: 0 }, "123,450%"],
  [{ notation: "compact" as const }, "1.2K"],
  [{ notation: "scientific" as const, decimals: 1 }, "1.2E3"],
  [{ suffix: " km" }, "1,234.5 km"],
])("formats by %o", (view, text) => {
  expect(formatAs(1234.5, column(0, "a", "float64"), { index: 0, ...view })).toBe(text.replace("123,450%", "123450%"));
});

it.each(["javascript:alert(1)", "data:text/html,x", "//evil", "ftp://x", " https://x"])(
  "never links to %s",
  (address) => {
    expect(cellOf(column(0, "a", "text"), address, { index: 0, look: "link" }).kind).toBe(GridCellKind.Text);
  },
);

it("links to pages and mail", () => {
  expect(cellOf(column(0, "a", "text"), "https://x", { index: 0, look: "link", display: "open" })).toMatchObject({
    kind: GridCellKind.Uri,
    data: "https://x",
    displayData: "open",
  });
});

it.each([
  ["data:image/png;base64,AA", GridCellKind.Image],
  ["pictures/a.png", GridCellKind.Image],
  ["https://elsewhere/a.png", GridCellKind.Text],
  ["data:text/html,x", GridCellKind.Text],
])("shows %s as %s", (address, kind) => {
  expect(cellOf(column(0, "a", "text"), address, { index: 0, look: "image" }).kind).toBe(kind);
});

it("a bar knows its share and what it reads", () => {
  expect(cellOf(column(0, "a", "float64"), 5, { index: 0, look: "progress", min: 0, max: 20 })).toMatchObject({
    data: { share: 0.25, text: "5" },
    copyData: "5",
  });
});
