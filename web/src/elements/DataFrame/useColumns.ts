import { useMemo, useState } from "react";
import type { RowBlocks } from "../../rows/RowBlocks";
import type { Sort } from "../../rows/viewQuery";
import type { Column, ColumnView } from "../../wire/types";
import { measureColumns } from "./columnWidths";

/** The part of a grid that pinned columns may take. */
const pinnedShare = 0.5;

/** What the reader has done to the columns, by their positions in the source. */
type Arrangement = {
  order: number[] | null;
  widths: Record<number, number>;
  hidden: Record<number, boolean>;
  pinned: Record<number, boolean>;
};

export type ShownColumn = {
  column: Column;
  view?: ColumnView;
  title: string;
  width: number;
  hidden: boolean;
  pinned: boolean;
};

export type Columns = {
  /** Those that are seen, the pinned ones first. */
  shown: ShownColumn[];
  all: ShownColumn[];
  resize: (index: number, width: number) => void;
  move: (from: number, to: number) => void;
  hide: (index: number, hidden: boolean) => void;
  pin: (index: number, pinned: boolean) => void;
};

export function useColumns(
  columns: readonly Column[],
  views: readonly ColumnView[] | undefined,
  blocks: RowBlocks | null,
): Columns {
  const [arranged, arrange] = useState<Arrangement>({ order: null, widths: {}, hidden: {}, pinned: {} });
  const measured = useMemo(() => measureColumns(columns, blocks), [columns, blocks]);
  return useMemo(() => {
    const all = measured.map(({ column, width }): ShownColumn => {
      const view = views?.find((one) => one.index === column.index);
      return {
        column,
        ...(view && { view }),
        title: view?.label ?? column.name,
        width: arranged.widths[column.index] ?? view?.width ?? width,
        hidden: arranged.hidden[column.index] ?? view?.hidden ?? false,
        pinned: arranged.pinned[column.index] ?? view?.pinned ?? false,
      };
    });
    const place = (one: ShownColumn): number => arranged.order?.indexOf(one.column.index) ?? 0;
    const ordered = all
      .filter((one) => !one.hidden)
      .toSorted((one, other) => Number(other.pinned) - Number(one.pinned) || place(one) - place(other));
    return {
      all,
      shown: ordered,
      resize: (index, width) => arrange((before) => ({ ...before, widths: { ...before.widths, [index]: width } })),
      move: (from, to) => {
        const order = ordered.map((one) => one.column.index);
        order.splice(to, 0, ...order.splice(from, 1));
        arrange((before) => ({ ...before, order }));
      },
      hide: (index, hidden) => arrange((before) => ({ ...before, hidden: { ...before.hidden, [index]: hidden } })),
      pin: (index, pinned) => arrange((before) => ({ ...before, pinned: { ...before.pinned, [index]: pinned } })),
    };
  }, [measured, views, arranged]);
}

/** How many pinned columns stay while the rest is scrolled: those that leave most of a narrow grid to the rest. */
export function pinnedWithin(columns: readonly ShownColumn[], width: number): number {
  let left = width * pinnedShare;
  return columns.filter((one) => one.pinned && (left -= one.width) >= 0).length;
}

/** A click on a header sorts by it, a second click the other way, a third not at all. */
export function nextSort(sort: Sort | null, column: Column | undefined): Sort | null {
  if (column === undefined) return null;
  if (sort?.column !== column.index) return { column: column.index, descending: false };
  return sort.descending ? null : { ...sort, descending: true };
}
