/**
 * A browser can make an element some tens of millions of pixels high, about a million rows. So of a longer table the grid is
 * given a band of rows. Small moves scroll within the band; large ones, which only the scroll bar makes, are parts of the whole:
 *
 *     table   0 ├───────────┤ band ├──────────────────────────┤ rows
 *                           ↑ base = share × (rows − size)
 *
 * so that the bar stands where the row stands in the table, and each row is still reached by scrolling on.
 */
export const bandSize = 200_000;

/** A move of more rows than this within one step is the scroll bar's. */
const leap = 400;

/** So near to an end of the band the band is moved. */
const margin = 2_000;

export type Place = { base: number; row: number };

export const sizeOf = (rows: number): number => Math.min(rows, bandSize);

/** The band in which a row of the table stands where the scroll bar would have it, and its place there. */
export function placeOf(target: number, rows: number): Place {
  const hidden = rows - sizeOf(rows);
  if (hidden === 0) return { base: 0, row: target };
  const base = Math.min(hidden, Math.round((target / Math.max(1, rows - 1)) * hidden));
  return { base, row: target - base };
}

/** Where the band must be after the first visible row has moved; null when it stays. */
export function follow(base: number, before: number, row: number, visible: number, rows: number): Place | null {
  const size = sizeOf(rows);
  const hidden = rows - size;
  if (hidden === 0) return null;
  if (Math.abs(row - before) > leap) {
    const share = Math.min(1, row / Math.max(1, size - visible));
    return { base: Math.round(share * hidden), row };
  }
  const nearStart = row < margin && base > 0;
  const nearEnd = row + visible > size - margin && base < hidden;
  if (!nearStart && !nearEnd) return null;
  const place = placeOf(base + row, rows);
  return Math.abs(place.row - row) > leap ? place : null;
}
