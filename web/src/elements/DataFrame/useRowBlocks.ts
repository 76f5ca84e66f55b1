import { useCallback, useEffect, useRef, useState } from "react";
import { useConnection, usePage } from "../../page/PageContext";
import { fetchRows } from "../../rows/fetchRows";
import { RowBlocks } from "../../rows/RowBlocks";
import type { Column } from "../../wire/types";

export type Sort = { column: number; descending: boolean };
type Wanted = { source: string; rows: number; columns: Column[]; sort: Sort | null };
type Shown = { blocks: RowBlocks | null; error: Error | null };

/**
 * The rows to show. When source or order change, what was shown stays until the first rows of the new are there, so that the
 * grid does not flicker.
 */
export function useRowBlocks(
  { source, rows, columns, sort }: Wanted,
  onLoaded: (from: number, count: number) => void,
): Shown & { show: (from: number, to: number) => void } {
  const page = usePage();
  const connected = useConnection().kind === "open";
  const [shown, setShown] = useState<Shown>({ blocks: null, error: null });
  const visible = useRef({ from: 0, to: 20 });
  const indexes = columns.map((column) => column.index).join(",");

  useEffect(() => {
    if (!connected) return;
    let wanted = true;
    const wantedColumns = indexes === "" ? [] : indexes.split(",").map(Number);
    const blocks = new RowBlocks(
      rows,
      wantedColumns,
      (from, count, signal) => fetchRows(page, { source, from, count, columns: wantedColumns, sort }, signal),
      onLoaded,
    );
    const { from, to } = visible.current;
    const start = from < rows ? from : 0;
    blocks.show(start, start + to - from).then(
      () => {
        if (!wanted) return;
        wanted = false;
        setShown({ blocks, error: null });
      },
      (error: unknown) => {
        if (wanted) setShown((before) => ({ ...before, error: error as Error }));
      },
    );
    return () => {
      if (wanted) blocks.dispose();
      wanted = false;
    };
  }, [page, source, rows, indexes, sort, connected, onLoaded]);

  const { blocks } = shown;
  useEffect(() => () => blocks?.dispose(), [blocks]);

  const show = useCallback(
    (from: number, to: number) => {
      visible.current = { from, to };
      blocks?.show(from, to).then(
        () => setShown((before) => (before.error === null ? before : { ...before, error: null })),
        (error: unknown) => setShown((before) => ({ ...before, error: error as Error })),
      );
    },
    [blocks],
  );
  return { ...shown, show };
}
