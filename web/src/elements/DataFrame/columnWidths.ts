import { formatCell } from "../../rows/format";
import type { RowBlocks } from "../../rows/RowBlocks";
import type { Column } from "../../wire/types";

const narrowest = 72;
const widest = 320;
const sampled = 60;

/** Widths that fit the names and the first rows, by an estimate of the font: exact measuring would cost more than it shows. */
export function measureColumns(
  columns: readonly Column[],
  blocks: RowBlocks | null,
): { column: Column; width: number }[] {
  return columns.map((column) => {
    let longest = column.name.length + 3;
    for (const value of blocks?.sample(column.index, sampled) ?? []) {
      longest = Math.max(longest, formatCell(value, column.type, column.name).length);
    }
    // In coarse steps, so that columns stand still while the rows change.
    const width = Math.ceil((longest * 7.6 + 20) / 24) * 24;
    return { column, width: Math.min(Math.max(width, narrowest), widest) };
  });
}
