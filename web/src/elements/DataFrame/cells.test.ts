import { GridCellKind } from "@glideapps/glide-data-grid";
import { expect, it } from "vitest";
import { column } from "../../testing/rows";
import { cellOf } from "./cells";

it("a cell on its way is a placeholder", () => {
  expect(cellOf(column(0, "a", "text"), undefined).kind).toBe(GridCellKind.Loading);
});

it("null is said quietly and copied as nothing", () => {
  expect(cellOf(column(0, "a", "int32"), null)).toMatchObject({
    data: "",
    displayData: "null",
    style: "faded",
    contentAlign: "right",
  });
});

it("numbers stand on the right, grouped, and are copied as they are", () => {
  expect(cellOf(column(0, "Paid", "int64"), 1234567n)).toMatchObject({
    data: "1234567",
    displayData: "1,234,567",
    contentAlign: "right",
  });
});

it("dates are shown and copied as ISO 8601 has them", () => {
  expect(cellOf(column(0, "Day", "date"), 0)).toMatchObject({
    data: "1970-01-01",
    displayData: "1970-01-01",
    contentAlign: "left",
  });
});

it("a bool is a box that cannot be ticked", () => {
  expect(cellOf(column(0, "Late", "bool"), true)).toMatchObject({
    kind: GridCellKind.Boolean,
    data: true,
    readonly: true,
  });
});
