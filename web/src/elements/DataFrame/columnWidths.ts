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
    for (let row = 0; row < Math.min(sampled, blocks?.rows ?? 0); row++) {
      const value = blocks?.get(row, column.index);
      if (value !== undefined) longest = Math.max(longest, formatCell(value, column.type, column.name).length);
    }
    return { column, width: Math.round(Math.min(Math.max(longest * 7.6 + 20, narrowest), widest)) };
  });
}
