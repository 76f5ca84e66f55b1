import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandSize, follow, placeOf, sizeOf } from "./Band";

const rows = 100_000_000;

describe("a band", () => {
  it("is the whole of a table that fits", () => {
    expect(sizeOf(1234)).toBe(1234);
    expect(placeOf(1233, 1234)).toEqual({ base: 0, row: 1233 });
    expect(follow(0, 0, 1000, 10, 1234)).toBeNull();
  });

  it("has every row of a long table somewhere", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: rows - 1 }), (target) => {
        const { base, row } = placeOf(target, rows);
        expect(base + row).toBe(target);
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(bandSize);
        expect(base).toBeLessThanOrEqual(rows - bandSize);
      }),
    );
  });

  it("follows the scroll bar to a share of the whole, and to both ends", () => {
    expect(follow(0, 0, bandSize - 10, 10, rows)).toEqual({ base: rows - bandSize, row: bandSize - 10 });
    expect(follow(rows - bandSize, bandSize - 10, 0, 10, rows)).toEqual({ base: 0, row: 0 });
    const half = follow(0, 0, (bandSize - 10) / 2, 10, rows);
    expect((half?.base ?? 0) + (half?.row ?? 0)).toBeCloseTo(rows / 2, -3);
  });

  it("stays where it is while one scrolls within it", () => {
    expect(follow(5_000_000, 50_000, 50_040, 10, rows)).toBeNull();
    expect(follow(0, 0, 40, 10, rows)).toBeNull();
  });

  it("moves on before its end is reached, so that scrolling never stops short of a row", () => {
    const base = 5_000_000;
    const row = bandSize - 1_500;
    const moved = follow(base, row - 40, row, 10, rows);
    expect((moved?.base ?? 0) + (moved?.row ?? 0)).toBe(base + row);
    expect(moved?.base).toBeGreaterThan(base);
  });
});
