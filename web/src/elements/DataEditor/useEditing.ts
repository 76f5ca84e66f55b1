import { GridCellKind, type EditListItem, type GridCell } from "@glideapps/glide-data-grid";
import { useEffect, useMemo, useRef, useState } from "react";
import { useConnection, usePage, useValue } from "../../page/PageContext";
import type { CellValue } from "../../wire/rows";
import type { Column, Json, Node } from "../../wire/types";
import type { DataFrameProps } from "../DataFrame/DataFrame";
import { cellOf } from "../DataFrame/cells";
import type { ShownColumn } from "../DataFrame/useColumns";
import { textOf, valueOf, type ColumnRule } from "./cellInput";
import type { EditableCell } from "./CellEditors";
import {
  addRows,
  deleteRows,
  noEdits,
  readEdits,
  summaryOf,
  tooMany,
  writeCells,
  writeEdits,
  type CellEdit,
  type Edits,
  type Problem,
} from "./edits";

export type DataEditorProps = DataFrameProps & { rules?: ColumnRule[]; dynamic?: boolean };

/** What a grid needs to know to be edited. Rows are those of the source, and added ones counted on from its last. */
export type Editing = {
  /** How many rows the source has. */
  rows: number;
  added: number;
  dynamic: boolean;
  enabled: boolean;
  summary: string;
  /** What is wrong with the last edit, and where. */
  problem: Problem | null;
  cellOf: (row: number, column: ShownColumn, value: CellValue | undefined) => GridCell;
  isDeleted: (row: number) => boolean;
  write: (changes: CellEdit[]) => void;
  /** Writes a block of texts; what reaches below the last row becomes new rows. */
  paste: (rows: (number | null)[], columns: Column[], values: readonly (readonly string[])[]) => void;
  remove: (rows: number[]) => void;
  undo: () => void;
  forget: () => void;
  canUndo: boolean;
  add: () => void;
  /** Takes every edit back. */
  discard: () => void;
};

export function useEditing(node: Node<DataEditorProps>): Editing {
  const { source, rows, columns, rules = [], dynamic = false, disabled = false } = node.props;
  const page = usePage();
  const enabled = useConnection().kind === "open" && !disabled;
  const value = useValue(node.id);
  const edits = useMemo(() => readEdits(value, source), [value, source]);
  const table = useMemo(() => ({ rows, columns, rules }), [rows, columns, rules]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [past, setPast] = useState<{ source: string; values: Json[] }>({ source, values: [] });
  const values = past.source === source ? past.values : [];
  const index = useMemo(() => indexOf(edits), [edits]);

  // What the server did not take is said once, when it says so.
  const refused = edits.refused[0] ?? null;
  const told = useRef(refused);
  useEffect(() => {
    if (refused !== null && JSON.stringify(refused) !== JSON.stringify(told.current)) setProblem(refused);
    told.current = refused;
  }, [refused]);

  const take = (next: Edits, problems: readonly Problem[] = []): void => {
    const limit = tooMany(next);
    if (limit !== null) {
      setProblem([0, 0, limit]);
      return;
    }
    setProblem(saidOf(problems));
    const wire = writeEdits(next, source);
    const before = writeEdits(edits, source);
    if (JSON.stringify(wire) === JSON.stringify(before)) return;
    setPast({ source, values: [...values.slice(-99), before] });
    page.set(node.id, wire);
  };

  const write = (to: Edits, changes: CellEdit[]): void => {
    const written = writeCells(to, changes, table);
    take(written.edits, written.problems);
  };

  const undo = (): void => {
    const before = values.at(-1);
    if (before === undefined || !enabled) return;
    setProblem(null);
    setPast({ source, values: values.slice(0, -1) });
    page.set(node.id, before);
  };

  const remove = (gone: number[]): void => {
    if (enabled && gone.length > 0) take(deleteRows(edits, gone, table));
  };

  return {
    rows,
    added: edits.added.length,
    dynamic,
    enabled,
    summary: summaryOf(edits, rules),
    problem,
    isDeleted: (row) => index.deleted.has(row),
    cellOf: (row, { column, view }, original) => {
      const text = row < rows ? index.cells.get(row)?.get(column.index) : edits.added[row - rows]?.[column.index];
      const rule = rules.find((one) => one.index === column.index);
      const now = text === undefined ? original : valueOf(text, column.type);
      const cell = cellOf(column, now, view);
      const editable = enabled && rule?.disabled !== true && !index.deleted.has(row) && now !== undefined;
      const isLacking = row >= rows && rule?.required === true && now === null;
      return {
        ...(editable ? opened(cell, column, now, rule) : cell),
        ...(isLacking && { displayData: "needed" }),
        ...(text !== undefined && row < rows && { edited: true }),
      } as GridCell;
    },
    write: (changes) => {
      if (enabled) write(edits, changes);
    },
    paste: (places, into, texts) => {
      if (!enabled) return;
      const beyond = dynamic ? texts.length - places.length : 0;
      const to = beyond > 0 ? addRows(edits, beyond, table) : edits;
      const targets = [...places, ...Array.from({ length: beyond }, (_, at) => rows + edits.added.length + at)];
      write(
        to,
        targets.flatMap((row, at) =>
          row === null
            ? []
            : into.flatMap((column, across) => {
                const text = texts[at]?.[across];
                return text === undefined ? [] : [{ row, column, text }];
              }),
        ),
      );
    },
    remove,
    undo,
    forget: () => setProblem(null),
    canUndo: values.length > 0,
    add: () => take(addRows(edits, 1, table)),
    discard: () => take(noEdits),
  };
}

/** The cell as one that can be edited, with the text that is edited. */
function opened(cell: GridCell, column: Column, value: CellValue, rule: ColumnRule | undefined): EditableCell {
  const text = textOf(value, column.type);
  const extra = { text, ...(rule?.options && { options: rule.options }) };
  if (column.type === "bool" && rule?.options === undefined)
    return {
      kind: GridCellKind.Boolean,
      data: value as boolean | null,
      allowOverlay: false,
      readonly: false,
      contentAlign: cell.contentAlign,
    };
  if (cell.kind === GridCellKind.Text)
    return { ...cell, ...extra, data: text ?? "", copyData: text ?? "", allowOverlay: true };
  return { ...cell, ...extra, allowOverlay: true, readonly: false } as EditableCell;
}

/** What an edited cell of the grid says. */
export function editedText({ value }: EditListItem): string | null {
  switch (value.kind) {
    case GridCellKind.Boolean:
      return typeof value.data === "boolean" ? String(value.data) : null;
    case GridCellKind.Text:
    case GridCellKind.Uri:
      return value.data;
    default:
      return null;
  }
}

function saidOf(problems: readonly Problem[]): Problem | null {
  const first = problems[0];
  if (first === undefined) return null;
  const others = problems.length - 1;
  const rest = others === 0 ? "" : ` And ${others} more ${others === 1 ? "was" : "were"} refused.`;
  return [first[0], first[1], `${first[2]}${rest}`];
}

function indexOf(edits: Edits): { cells: Map<number, Map<number, string | null>>; deleted: Set<number> } {
  const cells = new Map<number, Map<number, string | null>>();
  for (const [row, column, text] of edits.cells) {
    const known = cells.get(row) ?? new Map<number, string | null>();
    cells.set(row, known.set(column, text));
  }
  return { cells, deleted: new Set(edits.deleted) };
}
