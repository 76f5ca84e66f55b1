import { useCallback, useEffect, useRef, useState } from "react";
import { usePage } from "../../page/PageContext";
import { download, newName, stopFile, watchFile, type Saving } from "../../rows/saveCsv";

/** How long the end of a file is told, in milliseconds. */
const told = 8_000;

/** The file that a table is saved to now, or was a moment ago. */
export type TableSaving = {
  saving: Saving | null;
  save: (url: string, file: string) => void;
  stop: () => void;
};

export function useSaving(source: string): TableSaving {
  const page = usePage();
  const [saving, setSaving] = useState<Saving | null>(null);
  const current = useRef<{ source: string; name: string; watch: AbortController } | null>(null);

  // A page that is left keeps the file: only its watching ends.
  useEffect(() => () => current.current?.watch.abort(), []);

  useEffect(() => {
    if (saving?.end === undefined) return;
    const timer = setTimeout(() => setSaving(null), told);
    return () => clearTimeout(timer);
  }, [saving]);

  const save = useCallback(
    (url: string, file: string): void => {
      current.current?.watch.abort();
      const one = { source, name: newName(), watch: new AbortController() };
      current.current = one;
      setSaving({});
      download(`${url}&export=${one.name}`, file);
      watchFile(page, source, one.name, setSaving, one.watch.signal).catch(() => {
        // The line is lost, and with it how far the file is; the browser's own list of downloads still knows.
        if (!one.watch.signal.aborted) setSaving(null);
      });
    },
    [page, source],
  );

  const stop = useCallback((): void => {
    const one = current.current;
    if (one === null) return;
    void stopFile(page, one.source, one.name).catch(() => undefined);
    if (saving?.rows !== undefined) return;
    // It may never have begun, and then nobody says that it has ended.
    one.watch.abort();
    setSaving({ end: "stopped" });
  }, [page, saving]);

  return { saving, save, stop };
}
