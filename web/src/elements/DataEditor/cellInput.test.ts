import fc from "fast-check";
import { expect, it } from "vitest";
import type { ColumnType } from "../../wire/types";
import { readCell, textOf, valueOf } from "./cellInput";

const message = (typed: string | null, type: ColumnType, rule = {}): string | undefined => {
  const read = readCell(typed, type, { index: 0, ...rule });
  return "message" in read ? read.message : undefined;
};

it.each<[string | null, ColumnType, string | null]>([
  [" 1,234 ", "int32", "1234"],
  ["9007199254740993", "int64", "9007199254740993"],
  ["1.5e3", "float64", "1.5e3"],
  ["1.10", "decimal", "1.10"],
  ["TRUE", "bool", "true"],
  [" a ", "text", " a "],
  ["", "text", ""],
  ["", "int32", null],
  [null, "text", null],
  ["2026-02-28", "date", "2026-02-28"],
  ["2026-11-25 14:30", "dateTime", "2026-11-25 14:30"],
  ["1:30", "timeSpan", "1:30"],
])("takes %o as %s", (typed, type, text) => {
  expect(readCell(typed, type, undefined)).toEqual({ text });
});

it.each<[string | null, ColumnType, object, string]>([
  ["x", "int32", {}, "“x” is no whole number between -2,147,483,648 and 2,147,483,647."],
  ["2147483648", "int32", {}, "“2147483648” is no whole number between -2,147,483,648 and 2,147,483,647."],
  ["1.5", "int64", {}, "“1.5” is no whole number between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807."],
  ["1e999", "float64", {}, "“1e999” is no number."],
  ["yes", "bool", {}, "“yes” is neither true nor false."],
  ["2026-02-30", "date", {}, "“2026-02-30” is no date like 2026-11-25."],
  ["2026-11-25 25:00", "dateTime", {}, "“2026-11-25 25:00” is no time like 2026-11-25 14:30."],
  ["90", "timeSpan", {}, "“90” is no duration like 1:30:00."],
  [null, "text", { required: true }, "A value is needed here."],
  ["", "int32", { required: true }, "A value is needed here."],
  ["-1", "int32", { min: 0 }, "-1 is less than 0, the least that is taken here."],
  ["1.5", "float64", { max: 1 }, "1.5 is more than 1, the most that is taken here."],
  ["Plum", "text", { maxLength: 3 }, "The text has more than 3 characters."],
  ["red", "text", { options: ["blue"] }, "“red” is not one of the options."],
])("refuses %o as %s with %o", (typed, type, rule, said) => {
  expect(message(typed, type, rule)).toBe(said);
});

it("gives texts that read back as the same values", () => {
  const back = (type: ColumnType, value: number | bigint): unknown => valueOf(textOf(value, type), type);
  fc.assert(
    fc.property(fc.integer(), fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }), (number, large) => {
      expect(back("int32", number)).toBe(number);
      expect(back("float64", number / 8)).toBe(number / 8);
      expect(back("int64", large)).toBe(large);
      expect(back("date", number % 700_000)).toBe(number % 700_000 || 0);
      expect(back("dateTime", number * 1000)).toBe(number * 1000);
      expect(back("timeSpan", number)).toBe(number);
    }),
  );
  expect(valueOf("true", "bool")).toBe(true);
  expect(valueOf("2026-11-25T14:30:05Z", "dateTime")).toBe(Date.UTC(2026, 10, 25, 14, 30, 5));
  expect(valueOf("2026-11-25", "dateTime")).toBe(Date.UTC(2026, 10, 25));
});
