import type { DataEditorProps as GridProps, GridSelection, Item, Rectangle, Theme } from "@glideapps/glide-data-grid";
import type { ShownColumn } from "../DataFrame/useColumns";
import { provideEditor, type EditableCell } from "./CellEditors";
import { editedText, type Editing } from "./useEditing";

type Context = {
  theme: Partial<Theme>;
  shown: readonly ShownColumn[];
  /** How many rows the grid has. */
  rows: number;
  rowOf: (row: number) => number | undefined;
  /** A cell is about to be edited; what is wrong with it will be said there. */
  onEdit: (at: Item) => void;
};

/** So many cells are cleared or written at once at most; more are refused one by one anyway. */
const most = 10_000;

/** What makes a grid one that can be edited. */
export function useEditingProps(
  editing: Editing | undefined,
  { theme, shown, rows, rowOf, onEdit }: Context,
): Partial<GridProps> {
  if (editing === undefined) return {};
  const numberOf = (row: number): number | undefined => {
    const number = rowOf(row);
    return number === undefined || editing.isDeleted(number) ? undefined : number;
  };
  const clear = ({ x, y, width, height }: Rectangle): void => {
    if (width * height > most) return;
    onEdit([x, y]);
    const columns = shown.slice(x, x + width).map(({ column }) => column);
    const numbers = Array.from({ length: height }, (_, at) => numberOf(y + at)).filter((row) => row !== undefined);
    editing.write(numbers.flatMap((row) => columns.map((column) => ({ row, column, text: null }))));
  };
  return {
    provideEditor,
    fillHandle: false,
    onCellClicked: editing.forget,
    onCellsEdited: (items) => {
      const first = items[0];
      if (first) onEdit(first.location);
      editing.write(
        items.flatMap((item) => {
          const [at, row] = item.location;
          const number = numberOf(row);
          const column = shown[at]?.column;
          return number === undefined || column === undefined ? [] : [{ row: number, column, text: editedText(item) }];
        }),
      );
      return true;
    },
    onPaste: ([x, y], texts) => {
      const cut = texts.slice(0, Math.floor(most / Math.max(1, texts[0]?.length ?? 1)));
      onEdit([x, y]);
      const places = cut.slice(0, Math.max(0, rows - y)).map((_, at) => numberOf(y + at) ?? null);
      editing.paste(
        places,
        shown.slice(x).map(({ column }) => column),
        cut,
      );
      return false;
    },
    onDelete: (selection: GridSelection) => {
      if (selection.rows.length > 0 && selection.current === undefined) {
        if (editing.dynamic) editing.remove(numbersIn(selection, rowOf));
      } else if (selection.current) clear(selection.current.range);
      return false;
    },
    onKeyDown: (event) => {
      if (event.key === "Escape") editing.forget();
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.cancel();
      event.preventDefault();
      editing.undo();
    },
    getRowThemeOverride: (row) => {
      const number = rowOf(row);
      if (number === undefined) return undefined;
      if (number >= editing.rows) return { bgCell: theme.accentLight ?? "" };
      if (!editing.isDeleted(number)) return undefined;
      return { textDark: theme.textMedium ?? "", bgCell: theme.bgCellMedium ?? "" };
    },
    drawCell: ({ ctx, cell, rect, row }, drawContent) => {
      drawContent();
      const number = rowOf(row);
      const isStruck = number !== undefined && editing.isDeleted(number);
      const isMarked = (cell as EditableCell).edited === true;
      if (!isStruck && !isMarked) return;
      ctx.save();
      ctx.fillStyle = (isMarked ? theme.accentColor : theme.textMedium) ?? "";
      if (isMarked) ctx.fillRect(rect.x + 1, rect.y + 1, 3, rect.height - 1);
      if (isStruck) ctx.fillRect(rect.x, rect.y + rect.height / 2, rect.width, 1);
      ctx.restore();
    },
  };
}

/** The rows that are chosen at their heads. */
export const numbersIn = ({ rows }: GridSelection, rowOf: (row: number) => number | undefined): number[] =>
  rows.toArray().flatMap((row) => rowOf(row) ?? []);
