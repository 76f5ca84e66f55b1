import { useEffect, useState } from "react";
import { Notice } from "../../page/Notice";
import { useConnection, usePage } from "../../page/PageContext";
import { fetchRows } from "../../rows/fetchRows";
import { formatCell } from "../../rows/format";
import type { CellValue, RowWindow } from "../../wire/rows";
import type { Column, ColumnView, Node } from "../../wire/types";
import { alignOf, isSafeImage, isSafeLink } from "../DataFrame/cellRules";
import { formatAs } from "../DataFrame/formatAs";
import styles from "./Table.module.css";

export type TableProps = { source: string; rows: number; columns: Column[]; label: string; options?: ColumnView[] };

export function Table({ node }: { node: Node<TableProps> }) {
  const { source, rows, columns, label, options } = node.props;
  const page = usePage();
  const connected = useConnection().kind === "open";
  const [shown, setShown] = useState<{ window: RowWindow | null; error: Error | null }>({ window: null, error: null });
  const indexes = columns.map((column) => column.index).join(",");

  useEffect(() => {
    if (!connected) return;
    const abort = new AbortController();
    const wanted = indexes === "" ? [] : indexes.split(",").map(Number);
    fetchRows(page, { source, from: 0, count: rows, columns: wanted }, abort.signal).then(
      (window) => setShown({ window, error: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setShown({ window: null, error: error as Error });
      },
    );
    return () => abort.abort();
  }, [page, source, rows, indexes, connected]);

  if (shown.error !== null) {
    return (
      <Notice tone="error" title="The rows could not be loaded">
        {shown.error.message}
      </Notice>
    );
  }
  const { window } = shown;
  const seen = columns
    .map((column, at) => ({ column, at, view: options?.find(({ index }) => index === column.index) }))
    .filter(({ view }) => view?.hidden !== true);
  return (
    // It may be wider than the page; whoever has no mouse scrolls it by the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.room} role="region" aria-label={label} tabIndex={0} aria-busy={window === null}>
      <table className={styles.table}>
        <thead>
          <tr>
            {seen.map(({ column, view }) => (
              <th key={column.index} scope="col" title={view?.help} style={{ textAlign: alignOf(column.type, view) }}>
                {view?.label ?? column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {window &&
            Array.from({ length: window.count }, (_, row) => (
              <tr key={row}>
                {seen.map(({ column, at, view }) => (
                  <td key={column.index} style={{ textAlign: alignOf(column.type, view) }}>
                    <Cell column={column} value={window.columns[at]?.get(row) ?? null} view={view} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ column, value, view }: { column: Column; value: CellValue; view: ColumnView | undefined }) {
  if (value === null) return <span className={styles.none}>null</span>;
  const text = view ? formatAs(value, column, view) : formatCell(value, column.type, column.name);
  if (view?.look === "link" && isSafeLink(text)) {
    return (
      <a href={text} target="_blank" rel="noopener noreferrer">
        {view.display ?? text}
      </a>
    );
  }
  if (view?.look === "image" && isSafeImage(text)) return <img className={styles.image} src={text} alt="" />;
  if (view?.look === "progress") {
    const { min = 0, max = 1 } = view;
    return (
      <>
        <progress className={styles.bar} max={max - min} value={Number(value) - min} aria-label={text} /> {text}
      </>
    );
  }
  return <>{text}</>;
}
