import { describe, expect, it } from "vitest";
import { formatCell, formatNumber } from "./format";

describe("a number", () => {
  it.each([
    [0, "0"],
    [1234567, "1,234,567"],
    [0.1 + 0.2, "0.3"],
    [-2.5, "-2.5"],
    [0.00001234, "1.2340e-5"],
    [1.5e20, "1.5000e+20"],
    [NaN, "NaN"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
  ])("%d reads %s", (number, text) => {
    expect(formatNumber(number)).toBe(text);
  });

  it.each(["Year", "year", "birth_year", "id", "CustomerId", "Zip", "zip_code"])(
    "in a column %s is a name and not grouped",
    (name) => {
      expect(formatCell(20150, "int32", name)).toBe("20150");
    },
  );

  it("in another column is grouped", () => {
    expect(formatCell(20150, "int32", "Paid")).toBe("20,150");
  });

  it("of 64 bits keeps every digit", () => {
    expect(formatCell(9007199254740993n, "int64")).toBe("9,007,199,254,740,993");
  });

  it("with decimals keeps every digit it was written with", () => {
    expect(formatCell("-1234567.10", "decimal")).toBe("-1,234,567.10");
    expect(formatCell("79228162514264337593543950335", "decimal")).toBe("79,228,162,514,264,337,593,543,950,335");
  });
});

describe("a time", () => {
  it.each([
    [0, "date", "1970-01-01"],
    [-1, "date", "1969-12-31"],
    [Date.UTC(2001, 0, 2, 3, 4, 5), "dateTime", "2001-01-02 03:04:05"],
    [Date.UTC(2001, 0, 2) + 7, "dateTime", "2001-01-02 00:00:00.007"],
    [3_723_000, "timeSpan", "01:02:03"],
    [-90_000, "timeSpan", "-00:01:30"],
    [90_061_500, "timeSpan", "1 d 01:01:01.500"],
    [NaN, "dateTime", ""],
    [NaN, "timeSpan", ""],
    [1e300, "dateTime", ""],
  ] as const)("%d as %s reads %s", (value, type, text) => {
    expect(formatCell(value, type)).toBe(text);
  });
});

it("shows the rest as it is", () => {
  expect([
    formatCell(true, "bool"),
    formatCell(false, "bool"),
    formatCell("a", "text"),
    formatCell(null, "text"),
  ]).toEqual(["true", "false", "a", ""]);
});
