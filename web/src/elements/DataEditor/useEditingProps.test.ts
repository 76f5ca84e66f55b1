import { CompactSelection, GridCellKind, type GridSelection } from "@glideapps/glide-data-grid";
import { renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { column } from "../../testing/rows";
import type { Editing } from "./useEditing";
import { useEditingProps } from "./useEditingProps";

const columns = [column(0, "Fruit", "text"), column(1, "Count", "int32")];
const shown = columns.map((one) => ({ column: one, title: one.name, width: 80, hidden: false, pinned: false }));

/** A grid sorted backwards, of ten rows of which the source's sixth is deleted. */
function open(dynamic = true) {
  const editing = {
    ...{ rows: 8, dynamic, write: vi.fn(), paste: vi.fn(), remove: vi.fn(), undo: vi.fn(), forget: vi.fn() },
    isDeleted: (row: number) => row === 5,
  };
  const onEdit = vi.fn();
  const context = {
    theme: { textMedium: "grey", bgCellMedium: "silver", accentLight: "violet" },
    shown,
    rows: 10,
    onEdit,
  };
  const { result } = renderHook(() =>
    useEditingProps(editing as unknown as Editing, { ...context, rowOf: (row) => 9 - row }),
  );
  return { editing, onEdit, props: result.current };
}

const text = (data: string) => ({ kind: GridCellKind.Text, data, displayData: data, allowOverlay: true }) as const;

const chosen = (current?: GridSelection["current"], rows = CompactSelection.empty()): GridSelection => ({
  columns: CompactSelection.empty(),
  rows,
  ...(current && { current }),
});

it("is nothing for a grid that is not edited", () => {
  expect(renderHook(() => useEditingProps(undefined, {} as never)).result.current).toEqual({});
});

it("writes edited cells by the rows of the source, deleted ones not at all", () => {
  const { editing, onEdit, props } = open();
  props.onCellsEdited?.([
    { location: [1, 0], value: text("7") },
    { location: [1, 4], value: text("8") },
    { location: [0, 1], value: { kind: GridCellKind.Boolean, data: true, allowOverlay: false } },
  ]);
  expect(onEdit).toHaveBeenCalledWith([1, 0]);
  expect(editing.write).toHaveBeenCalledWith([
    { row: 9, column: columns[1], text: "7" },
    { row: 8, column: columns[0], text: "true" },
  ]);
});

it("hands a pasted block over whole", () => {
  const { editing, props } = open();
  const texts = [["1"], ["2"], ["3"]];
  expect(typeof props.onPaste === "function" && props.onPaste([1, 8], texts)).toBe(false);
  expect(editing.paste).toHaveBeenCalledWith([1, 0], [columns[1]], texts);
});

it("clears cells and deletes rows by one key", () => {
  const { editing, props } = open();
  props.onDelete?.(chosen({ cell: [0, 3], range: { x: 0, y: 3, width: 2, height: 2 }, rangeStack: [] }));
  expect(editing.write).toHaveBeenCalledWith([
    { row: 6, column: columns[0], text: null },
    { row: 6, column: columns[1], text: null },
  ]);
  props.onDelete?.(chosen(undefined, CompactSelection.fromSingleSelection([0, 2])));
  expect(editing.remove).toHaveBeenCalledWith([9, 8]);

  const fixed = open(false);
  fixed.props.onDelete?.(chosen(undefined, CompactSelection.fromSingleSelection(0)));
  expect(fixed.editing.remove).not.toHaveBeenCalled();
});

it("takes an edit back by Ctrl and Z", () => {
  const { editing, props } = open();
  const press = (key: string, ctrlKey: boolean) => {
    const event = { key, ctrlKey, metaKey: false, shiftKey: false, cancel: vi.fn(), preventDefault: vi.fn() };
    props.onKeyDown?.(event as never);
    return event;
  };
  expect(press("z", true).cancel).toHaveBeenCalled();
  expect(press("z", false).cancel).not.toHaveBeenCalled();
  expect(editing.undo).toHaveBeenCalledOnce();
  press("Escape", false);
  expect(editing.forget).toHaveBeenCalledOnce();
});

it("strikes a deleted row through, tints an added one, and marks an edited cell", () => {
  const { props } = open();
  expect(props.getRowThemeOverride?.(4)).toEqual({ textDark: "grey", bgCell: "silver" });
  expect(props.getRowThemeOverride?.(3)).toBeUndefined();
  expect(props.getRowThemeOverride?.(0)).toEqual({ bgCell: "violet" });
  const drawn = (row: number, edited: boolean): number => {
    const ctx = { fillRect: vi.fn(), fillStyle: "", save: vi.fn(), restore: vi.fn() };
    const cell = { ...text("7"), ...(edited && { edited: true }) };
    props.drawCell?.({ ctx, cell, row, rect: { x: 0, y: 0, width: 80, height: 34 } } as never, () => undefined);
    return ctx.fillRect.mock.calls.length;
  };
  expect([drawn(3, false), drawn(3, true), drawn(4, false), drawn(4, true)]).toEqual([0, 1, 1, 2]);
});
