import { DataEditor, type DataEditorRef, type GridCell, type Item, type Rectangle } from "@glideapps/glide-data-grid";
import "@glideapps/glide-data-grid/dist/index.css";
import { useCallback, useMemo, useRef, useState } from "react";
import { Notice } from "../../page/Notice";
import type { Column, Node } from "../../wire/types";
import { cellOf } from "./cells";
import { drawHeaderOf } from "./drawHeader";
import { measureColumns } from "./columnWidths";
import { useGridTheme } from "./gridTheme";
import { useRowBlocks, type Sort } from "./useRowBlocks";
import styles from "./DataFrame.module.css";

export type DataFrameProps = { source: string; rows: number; columns: Column[]; height?: number; label: string };

const rowHeight = 34;
const headerHeight = 38;
const tallest = 10;

/** A copy of more rows than this is cut there: a clipboard is not an export. */
const copied = 20_000;

export default function DataFrame({ node }: { node: Node<DataFrameProps> }) {
  const { source, rows, columns, label } = node.props;
  const height = node.props.height ?? headerHeight + Math.min(Math.max(rows, 1), tallest) * rowHeight + 2;
  const grid = useRef<DataEditorRef>(null);
  const [sort, setSort] = useState<Sort | null>(null);
  const theme = useGridTheme();

  const repaint = useCallback(
    (from: number, count: number) => {
      const cells = Array.from({ length: count * columns.length }, (_, index) => ({
        cell: [index % columns.length, from + Math.floor(index / columns.length)] as Item,
      }));
      grid.current?.updateCells(cells);
    },
    [columns.length],
  );
  const { blocks, error, show } = useRowBlocks({ source, rows, columns, sort }, repaint);

  const gridColumns = useMemo(
    () =>
      measureColumns(columns, blocks).map(({ column, width }) => ({
        id: String(column.index),
        title: column.name + (sort?.column === column.index ? (sort.descending ? "  ↓" : "  ↑") : ""),
        width,
        grow: 1,
      })),
    [columns, blocks, sort],
  );

  const drawHeader = useMemo(() => drawHeaderOf(columns), [columns]);

  const getCellContent = useCallback(
    ([at, row]: Item): GridCell => cellOf(columns[at], blocks?.get(row, columns[at]?.index ?? -1)),
    [blocks, columns],
  );

  const getCellsForSelection = useCallback(
    ({ x, y, width, height: count }: Rectangle) =>
      async (): Promise<GridCell[][]> => {
        const end = y + Math.min(count, copied);
        await blocks?.ensure(y, end);
        return Array.from({ length: end - y }, (_, row) =>
          Array.from({ length: width }, (_, at) => getCellContent([x + at, y + row])),
        );
      },
    [blocks, getCellContent],
  );

  if (columns.length === 0) return <p className={styles.empty}>A frame without columns</p>;
  if (error !== null && blocks === null) {
    return (
      <Notice tone="error" title="The rows could not be loaded">
        {error.message}
      </Notice>
    );
  }
  return (
    <div className={styles.frame} role="group" aria-label={label}>
      <div className={styles.grid} style={{ height }}>
        {blocks === null ? (
          <div className={styles.loading} role="status" aria-label="Loading rows" />
        ) : (
          <DataEditor
            ref={grid}
            width="100%"
            height={height - 2}
            rows={blocks.rows}
            columns={gridColumns}
            rowHeight={rowHeight}
            headerHeight={headerHeight}
            rowMarkers={{ kind: "number", width: 20 + String(blocks.rows).length * 7.5 }}
            theme={theme}
            smoothScrollX
            smoothScrollY
            getCellContent={getCellContent}
            getCellsForSelection={getCellsForSelection}
            copyHeaders
            drawHeader={drawHeader}
            onVisibleRegionChanged={({ y, height: count }) => show(y, y + count + 1)}
            onHeaderClicked={(at) => {
              setSort(nextSort(sort, columns[at]));
              grid.current?.scrollTo(0, 0);
            }}
            rangeSelect="rect"
            columnSelect="none"
            rowSelect="none"
          />
        )}
      </div>
      {error !== null && (
        <p className={styles.failed} role="alert">
          Some rows could not be loaded: {error.message}
        </p>
      )}
      <p className={styles.foot}>
        {rows === 0 ? "No rows" : `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`}
        {", "}
        {columns.length} {columns.length === 1 ? "column" : "columns"}
      </p>
    </div>
  );
}

/** A click on a header sorts by it, a second click the other way, a third not at all. */
function nextSort(sort: Sort | null, column: Column | undefined): Sort | null {
  if (column === undefined) return null;
  if (sort?.column !== column.index) return { column: column.index, descending: false };
  return sort.descending ? null : { ...sort, descending: true };
}
