import {
  CompactSelection,
  DataEditor,
  type DataEditorRef,
  type GridCell,
  type GridSelection,
  type Item,
  type Rectangle,
} from "@glideapps/glide-data-grid";
import "@glideapps/glide-data-grid/dist/index.css";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Notice } from "../../page/Notice";
import { useConnection, usePage, useValue } from "../../page/PageContext";
import { useSize } from "../../page/useSize";
import { isWhole, wholeView, type ViewQuery } from "../../rows/viewQuery";
import type { Column, ColumnView, Node } from "../../wire/types";
import { CellNote, type Spot } from "../DataEditor/CellNote";
import { EditTools } from "../DataEditor/EditTools";
import { numbersIn, useEditingProps } from "../DataEditor/useEditingProps";
import type { Editing } from "../DataEditor/useEditing";
import { follow, placeOf, sizeOf } from "./Band";
import { cellOf } from "./cells";
import { drawHeaderOf } from "./drawHeader";
import { drawnCells } from "./drawnCells";
import { useGridTheme } from "./gridTheme";
import { keptRows, selectionOf, type Kind } from "./selection";
import { SavingNote } from "./SavingNote";
import { Toolbar } from "./Toolbar";
import { nextSort, pinnedWithin, useColumns } from "./useColumns";
import { useRowBlocks } from "./useRowBlocks";
import { useSaving } from "./useSaving";
import styles from "./DataFrame.module.css";

export type DataFrameProps = {
  source: string;
  rows: number;
  columns: Column[];
  height?: number;
  label: string;
  options?: ColumnView[];
  select?: Kind[];
  disabled?: boolean;
};

const rowHeight = 34;
const headerHeight = 38;
const tallest = 10;

/** A copy of more rows than this is cut there: a clipboard is not an export. */
const copied = 20_000;

/** A selection is sent when it has rested so long, in milliseconds. */
const rest = 150;

const nothing: GridSelection = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };

export default function DataFrame({ node, editing }: { node: Node<DataFrameProps>; editing?: Editing }) {
  const { source, rows, columns, label, options, select, disabled } = node.props;
  const height =
    node.props.height ?? headerHeight + Math.min(Math.max(rows + (editing?.added ?? 0), 1), tallest) * rowHeight + 2;
  const page = usePage();
  const connected = useConnection().kind === "open";
  const value = useValue(node.id);
  const grid = useRef<DataEditorRef>(null);
  const [query, setQuery] = useState<ViewQuery>(wholeView);
  const [base, setBase] = useState(0);
  const [selected, setSelected] = useState<GridSelection>(() => ({
    ...nothing,
    rows: keptRows(value, source, sizeOf(rows)),
  }));
  const [note, setNote] = useState<string | null>(null);
  const [first, setFirst] = useState({ row: 0, count: 0, cut: 0 });
  const [spot, setSpot] = useState<Spot | null>(null);
  const position = useRef({ row: 0, aim: null as number | null, base: 0 });
  const { saving, save, stop } = useSaving(source);
  const saveLink = useRef<HTMLAnchorElement>(null);
  const theme = useGridTheme();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);

  const repaint = useCallback(
    (from: number, count: number) => {
      const band = from - position.current.base;
      const cells = Array.from({ length: count * columns.length }, (_, index) => ({
        cell: [index % columns.length, band + Math.floor(index / columns.length)] as Item,
      }));
      grid.current?.updateCells(cells);
    },
    [columns.length],
  );
  const { blocks, query: shownQuery, error, progress, show } = useRowBlocks({ source, rows, columns, query }, repaint);
  const arranged = useColumns(columns, options, blocks);
  const { shown } = arranged;
  const found = blocks?.rows ?? rows;
  const total = found + (editing?.added ?? 0);
  const sort = query.sort;

  const gridColumns = useMemo(
    () =>
      shown.map(({ column, title, width }) => ({
        id: String(column.index),
        title: title + (sort?.column === column.index ? (sort.descending ? "  ↓" : "  ↑") : ""),
        width,
        grow: 1,
      })),
    [shown, sort],
  );
  const drawHeader = useMemo(() => drawHeaderOf(columns, options), [columns, options]);

  /** The row of the source at a row of the grid, or of those that were added behind them. */
  const rowOf = useCallback(
    (row: number): number | undefined => (base + row < found ? blocks?.rowAt(base + row) : rows + base + row - found),
    [blocks, base, found, rows],
  );

  const getCellContent = useCallback(
    ([at, row]: Item): GridCell => {
      const one = shown[at];
      const value = blocks?.get(base + row, one?.column.index ?? -1);
      const number = editing && rowOf(row);
      return editing && one && number !== undefined
        ? editing.cellOf(number, one, value)
        : cellOf(one?.column, value, one?.view);
    },
    [blocks, shown, base, editing, rowOf],
  );

  const getCellsForSelection = useCallback(
    ({ x, y, width, height: count }: Rectangle) =>
      async (): Promise<GridCell[][]> => {
        const end = y + Math.min(count, copied);
        await blocks?.ensure(base + y, base + end);
        return Array.from({ length: end - y }, (_, row) =>
          Array.from({ length: width }, (_, at) => getCellContent([x + at, y + row])),
        );
      },
    [blocks, getCellContent, base],
  );

  const moveTo = useCallback((place: { base: number; row: number }, scroll: boolean) => {
    const by = position.current.base - place.base;
    position.current = { row: place.row, aim: scroll ? place.row : null, base: place.base };
    setBase(place.base);
    if (by !== 0) setSelected((before) => shifted(before, by));
  }, []);

  // The grid has drawn the new band by now, and can be told where in it to stand.
  useEffect(() => {
    const { aim } = position.current;
    if (aim !== null) grid.current?.scrollTo(0, aim, "vertical", 0, 0, { vAlign: "start" });
  }, [base, first]);

  const pick = useCallback(
    (next: GridSelection, send: boolean) => {
      setSelected(next);
      if (!send || select === undefined || blocks === null) return;
      const whole = shownQuery !== null && isWhole(shownQuery);
      const context = { source, blocks, base, band: sizeOf(blocks.rows), whole, shown, select };
      void selectionOf(next, context).then((chosen) => {
        setNote(
          chosen === undefined
            ? "Only 10,000 rows or cells can be selected at once here; the selection before stays."
            : null,
        );
        if (chosen !== undefined) page.edit(node.id, chosen, rest);
      });
    },
    [select, blocks, shownQuery, source, base, shown, page, node.id],
  );

  const ask = (next: ViewQuery): void => {
    setQuery(next);
    moveTo({ base: 0, row: 0 }, false);
    grid.current?.scrollTo(0, 0);
    setSelected(nothing);
    if (select !== undefined && value !== null) page.set(node.id, null);
  };

  const goTo = (row: number): void => {
    const place = placeOf(row, Math.max(total, row + 1));
    moveTo(place, true);
    setSelected({
      ...nothing,
      current: { cell: [0, place.row], range: { x: 0, y: place.row, width: 1, height: 1 }, rangeStack: [] },
    });
    setFirst((before) => ({ ...before }));
  };

  // What the server says is not selected is not.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (select !== undefined && value === null) setSelected((before) => ({ ...before, ...nothing }));
  }

  const editingProps = useEditingProps(editing, {
    theme,
    shown,
    rows: sizeOf(total),
    rowOf,
    onEdit: (at) => setSpot(grid.current?.getBounds(at[0], at[1]) ?? null),
  });

  if (columns.length === 0) return <p className={styles.empty}>A frame without columns</p>;
  if (error !== null && blocks === null) {
    return (
      <Notice tone="error" title="The rows could not be loaded">
        {error.message}
      </Notice>
    );
  }
  const offers = (kind: Kind): boolean => select?.includes(kind) === true && disabled !== true && connected;
  const seen = wholeRows(first, height - 2 - headerHeight);
  const deletes = editing?.dynamic === true && editing.enabled;
  return (
    <div className={styles.frame} role="group" aria-label={label}>
      {(rows > 0 || editing) && (
        <Toolbar
          label={label}
          source={source}
          columns={arranged}
          query={query}
          onQuery={ask}
          onRow={total > tallest ? (row) => goTo(Math.min(row, total - 1)) : null}
          onSave={save}
          saveRef={saveLink}
        >
          {editing && (
            <EditTools
              editing={editing}
              chosen={{ count: selected.rows.length, all: () => numbersIn(selected, rowOf) }}
              onAdded={() => {
                goTo(total);
                grid.current?.focus();
              }}
            />
          )}
        </Toolbar>
      )}
      <div
        ref={box}
        className={styles.grid}
        style={{ height }}
        aria-busy={progress !== null}
        {...(editing && { "data-typing": true })}
      >
        {blocks === null ? (
          <div className={styles.loading} role="status" aria-label="Loading rows" />
        ) : (
          <DataEditor
            ref={grid}
            width="100%"
            height={height - 2}
            rows={sizeOf(total)}
            columns={gridColumns}
            freezeColumns={pinnedWithin(shown, size?.width ?? Infinity)}
            rowHeight={rowHeight}
            headerHeight={headerHeight}
            rowMarkers={{
              kind: offers("row") || offers("rows") || deletes ? "both" : "number",
              startIndex: base + 1,
              width: 20 + String(total).length * 7.5,
            }}
            theme={theme}
            customRenderers={drawnCells}
            smoothScrollX
            smoothScrollY
            getCellContent={getCellContent}
            getCellsForSelection={getCellsForSelection}
            copyHeaders
            drawHeader={drawHeader}
            gridSelection={selected}
            onGridSelectionChange={(next) => pick(next, true)}
            onColumnResize={({ id }, width) => arranged.resize(Number(id), width)}
            onColumnMoved={arranged.move}
            onVisibleRegionChanged={({ y, height: count }, _, above) => {
              const { row, aim } = position.current;
              const arrived = aim !== null && Math.abs(y - aim) <= count + 1;
              const place = aim === null && row !== y ? follow(base, row, y, count, total) : null;
              position.current = { ...position.current, row: y, aim: arrived ? null : aim };
              if (place) moveTo(place, place.row !== y);
              setFirst({ row: y, count, cut: Math.max(0, -above) });
              if (row !== y) editing?.forget();
              show((place?.base ?? base) + (place?.row ?? y), (place?.base ?? base) + (place?.row ?? y) + count + 1);
            }}
            onHeaderClicked={(at) => {
              if (!offers("column") && !offers("columns")) ask({ ...query, sort: nextSort(sort, shown[at]?.column) });
            }}
            rangeSelect={offers("cell") && !offers("cells") ? "cell" : "rect"}
            columnSelect={offers("columns") ? "multi" : offers("column") ? "single" : "none"}
            rowSelect={offers("rows") || deletes ? "multi" : offers("row") ? "single" : "none"}
            {...editingProps}
          />
        )}
      </div>
      {editing?.problem && <CellNote spot={spot} text={editing.problem[2]} />}
      {error !== null && (
        <p className={styles.failed} role="alert">
          Some rows could not be loaded: {error.message}
        </p>
      )}
      {note !== null && (
        <p className={styles.failed} role="alert">
          {note}
        </p>
      )}
      <div className={styles.foot}>
        <SavingNote
          saving={saving}
          onStop={() => {
            stop();
            // The button goes away under the hand; the keyboard stands where it began.
            saveLink.current?.focus();
          }}
        />
        {progress !== null && (
          <span className={styles.working}>
            <progress max={1} value={progress} aria-label="Finding the rows" />
            <button type="button" onClick={() => setQuery(shownQuery ?? wholeView)}>
              Stop
            </button>
          </span>
        )}
        <span role="status">
          {total > tallest &&
            first.count > 0 &&
            `Rows ${place(base + seen.from + 1)} to ${place(Math.min(total, base + seen.to))} of `}
          {counted(found, "row")}
          {shownQuery !== null && found !== rows && ` found in ${place(rows)}`}, {counted(columns.length, "column")}
          {editing && editing.summary !== "" && `, ${editing.summary}`}
        </span>
      </div>
    </div>
  );
}

/** The rows that are seen whole, of those that stand in a view whose first one may be cut off above. */
export function wholeRows(view: { row: number; cut: number }, height: number): { from: number; to: number } {
  return { from: view.row + (view.cut > 0 ? 1 : 0), to: view.row + Math.floor((height + view.cut) / rowHeight) };
}

const place = (row: number): string => row.toLocaleString("en");

const counted = (count: number, noun: string): string =>
  `${count === 0 ? "No" : place(count)} ${noun}${count === 1 ? "" : "s"}`;

/** The same rows and cells where they stand in another band; what lies outside it is out of sight. */
function shifted(selection: GridSelection, by: number): GridSelection {
  return { columns: selection.columns, rows: selection.rows.offset(by) };
}
