import fc from "fast-check";
import { expect, it } from "vitest";
import { parseNumber, writeNumber } from "./numbers";

it.each([
  ["", null],
  ["  ", null],
  ["12", 12],
  ["-1.5", -1.5],
  [".5", 0.5],
  ["1e3", 1000],
  ["1,234", 1234],
  ["1,234,567.5", 1234567.5],
  ["1 234", 1234],
  ["1’234", 1234],
  ["3,14", 3.14],
  ["abc", undefined],
  ["1.2.3", undefined],
  ["Infinity", undefined],
  ["1e999", undefined],
])("reads %j as %s", (text, number) => {
  expect(parseNumber(text, 2)).toBe(number);
});

it("rounds where whole numbers are asked for", () => {
  expect(parseNumber("2.6", 0)).toBe(3);
});

it("writes at least the decimals asked for, and never loses a digit", () => {
  expect([writeNumber(2, 2), writeNumber(2.125, 2), writeNumber(null, 2), writeNumber(NaN, 2)]).toEqual([
    "2.00",
    "2.125",
    "",
    "",
  ]);
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: 1, max: 8 }),
      (number, decimals) => {
        expect(parseNumber(writeNumber(number, decimals), decimals)).toBeCloseTo(number, 10);
      },
    ),
  );
});
