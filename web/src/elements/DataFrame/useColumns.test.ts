import { expect, it } from "vitest";
import { column } from "../../testing/rows";
import { nextSort, pinnedWithin } from "./useColumns";

const shown = (index: number, width: number, pinned: boolean) => ({
  column: column(index, `c${index}`, "text"),
  title: `c${index}`,
  hidden: false,
  width,
  pinned,
});

it("keeps pinned columns in sight as long as they leave half of the grid", () => {
  const columns = [shown(0, 200, true), shown(1, 100, true), shown(2, 100, false)];
  expect(pinnedWithin(columns, Infinity)).toBe(2);
  expect(pinnedWithin(columns, 600)).toBe(2);
  expect(pinnedWithin(columns, 599)).toBe(1);
  expect(pinnedWithin(columns, 358)).toBe(0);
});

it("sorts up, then down, then not at all", () => {
  const up = nextSort(null, column(1, "c", "text"));
  const down = nextSort(up, column(1, "c", "text"));
  expect([up, down, nextSort(down, column(1, "c", "text")), nextSort(down, undefined)]).toEqual([
    { column: 1, descending: false },
    { column: 1, descending: true },
    null,
    null,
  ]);
});
