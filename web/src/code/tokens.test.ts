import fc from "fast-check";
import { expect, it } from "vitest";
import { tokenize, type TokenKind } from "./tokens";

const kindsOf = (text: string): [string, TokenKind][] =>
  tokenize(text)
    .filter(({ kind }) => kind !== "plain")
    .map(({ kind, text }) => [text, kind]);

it("knows keywords, types, strings, numbers and comments", () => {
  expect(kindsOf('var n = DataFrame.ReadCsv("a.csv", 1_000); // slow')).toEqual([
    ["var", "keyword"],
    ["DataFrame", "type"],
    ['"a.csv"', "string"],
    ["1_000", "number"],
    ["// slow", "comment"],
  ]);
});

it.each(['"a \\" b"', '@"a "" b"', '$"a {x}"', '"""a "quoted" b"""', "'x'"])("reads %s as one string", (text) => {
  expect(kindsOf(text)).toEqual([[text, "string"]]);
});

it("takes a directive line for a comment", () => {
  expect(kindsOf("#:package Refrain@1\nusing")).toEqual([
    ["#:package Refrain@1", "comment"],
    ["using", "keyword"],
  ]);
});

it("loses no character", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from("aB1\"'/*\\\n @$.()#:")) }), (text) => {
      expect(
        tokenize(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
