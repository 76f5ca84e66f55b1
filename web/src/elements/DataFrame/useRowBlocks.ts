import { useCallback, useEffect, useRef, useState } from "react";
import { useConnection, usePage } from "../../page/PageContext";
import { fetchRows } from "../../rows/fetchRows";
import { openView } from "../../rows/openView";
import { RowBlocks } from "../../rows/RowBlocks";
import { isWhole, type ViewQuery } from "../../rows/viewQuery";
import type { Column } from "../../wire/types";

type Wanted = { source: string; rows: number; columns: Column[]; query: ViewQuery };
type Shown = { blocks: RowBlocks | null; query: ViewQuery | null; error: Error | null };

/**
 * The rows to show. When source or view change, what was shown stays until the first rows of the new are there, so that the
 * grid does not flicker; `progress` says how far the server is with finding them, and is null while nothing is searched for.
 */
export function useRowBlocks(
  { source, rows, columns, query }: Wanted,
  onLoaded: (from: number, count: number) => void,
): Shown & { progress: number | null; show: (from: number, to: number) => void } {
  const page = usePage();
  const connected = useConnection().kind === "open";
  const [shown, setShown] = useState<Shown>({ blocks: null, query: null, error: null });
  const [progress, setProgress] = useState<number | null>(null);
  const visible = useRef({ from: 0, to: 20 });
  const indexes = columns.map((column) => column.index).join(",");

  useEffect(() => {
    if (!connected) return;
    const abort = new AbortController();
    const wantedColumns = indexes === "" ? [] : indexes.split(",").map(Number);
    let blocks: RowBlocks | null = null;
    const open = async (): Promise<void> => {
      const whole = isWhole(query);
      if (!whole) setProgress(0);
      const count = whole ? rows : await openView(page, source, query, setProgress, abort.signal);
      blocks = new RowBlocks(
        count,
        wantedColumns,
        (from, count, signal) => fetchRows(page, { source, from, count, columns: wantedColumns, view: query }, signal),
        onLoaded,
      );
      const { from, to } = visible.current;
      const start = from < count ? from : 0;
      await blocks.show(start, start + to - from);
    };
    open().then(
      () => {
        if (abort.signal.aborted) return;
        setShown({ blocks, query, error: null });
        blocks = null;
        setProgress(null);
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setShown((before) => ({ ...before, error: error as Error }));
        setProgress(null);
      },
    );
    return () => {
      abort.abort();
      blocks?.dispose();
    };
  }, [page, source, rows, indexes, query, connected, onLoaded]);

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
  return { ...shown, progress, show };
}
