import { GridCellKind } from "@glideapps/glide-data-grid";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { PageContext } from "../../page/PageContext";
import { OpenPage } from "../../testing/openPage";
import { column } from "../../testing/rows";
import type { Json, Node } from "../../wire/types";
import { useEditing, type DataEditorProps, type Editing } from "./useEditing";

const fruit = column(0, "Fruit", "text");
const count = column(1, "Count", "int32");
const shown = (one: typeof fruit) => ({ column: one, title: one.name, width: 80, hidden: false, pinned: false });

function open(props: Partial<DataEditorProps> = {}, value: Json = null) {
  const node: Node<DataEditorProps> = {
    id: "n1",
    kind: "dataEditor",
    props: {
      source: "s1",
      rows: 3,
      columns: [fruit, count],
      label: "Stock",
      dynamic: true,
      rules: [{ index: 1, min: 0 }],
      ...props,
    },
    revision: 1,
    value,
  };
  const opened = new OpenPage();
  opened.showMain(node);
  const wrapper = ({ children }: { children: ReactNode }) => <PageContext value={opened.page}>{children}</PageContext>;
  const { result } = renderHook(() => useEditing(node), { wrapper });
  const say = (change: (editing: Editing) => void): void => act(() => change(result.current));
  return { opened, result, say };
}

const edit = (row: number, text: string | null) => (editing: Editing) => editing.write([{ row, column: count, text }]);

it("sends every edit there is, each time", () => {
  const { opened, result, say } = open();
  say(edit(0, "7"));
  say(edit(1, "8"));
  expect(opened.inputs.at(-1)).toEqual({
    id: "n1",
    value: {
      of: "s1",
      cells: [
        [0, 1, "7"],
        [1, 1, "8"],
      ],
      deleted: [],
      added: [],
    },
  });
  expect(result.current.cellOf(0, shown(count), 3)).toMatchObject({ data: "7", edited: true, allowOverlay: true });
  expect(result.current.cellOf(2, shown(count), 3)).toMatchObject({ data: "3" });
});

it("says what does not fit, and sends nothing", () => {
  const { opened, result, say } = open();
  say(edit(0, "-7"));
  expect(result.current.problem).toEqual([0, 1, "-7 is less than 0, the least that is taken here."]);
  expect(opened.inputs).toEqual([]);
  say((editing) => editing.forget());
  expect(result.current.problem).toBeNull();
});

it("takes edits back one after another", () => {
  const { opened, result, say } = open();
  say(edit(0, "7"));
  say((editing) => editing.add());
  expect(result.current).toMatchObject({ added: 1, canUndo: true });
  say((editing) => editing.undo());
  expect(result.current.added).toBe(0);
  say((editing) => editing.undo());
  expect(opened.inputs.at(-1)).toEqual({ id: "n1", value: null });
  expect(result.current.canUndo).toBe(false);
  say(edit(0, "7"));
  say((editing) => editing.discard());
  expect(opened.inputs.at(-1)).toEqual({ id: "n1", value: null });
});

it("pastes a block, and makes rows of what reaches below the last", () => {
  const { opened, say } = open();
  say((editing) =>
    editing.paste(
      [1, null],
      [fruit, count],
      [
        ["Fig", "1,000"],
        ["not", "here"],
        ["Date", "4"],
      ],
    ),
  );
  expect(opened.inputs).toHaveLength(1);
  expect(opened.inputs[0]).toMatchObject({
    value: {
      cells: [
        [1, 0, "Fig"],
        [1, 1, "1000"],
      ],
      added: [["Date", "4"]],
    },
  });
});

it("adds no rows by a paste into a table of fixed ones", () => {
  const { opened, say } = open({ dynamic: false });
  say((editing) => editing.paste([2], [fruit], [["Fig"], ["Date"]]));
  expect(opened.inputs[0]).toMatchObject({ value: { cells: [[2, 0, "Fig"]], added: [] } });
});

it("says once what the server did not take", () => {
  const refused = { of: "s1", cells: [], deleted: [], added: [], refused: [[0, 1, "Not here."]] };
  const { opened, result } = open();
  act(() => opened.show({ nodes: [{ id: "n1", kind: "dataEditor", props: {}, value: refused, revision: 2 }] }));
  expect(result.current.problem).toEqual([0, 1, "Not here."]);
});

it("lets nothing be edited that is disabled, deleted, or not there yet", () => {
  const value = { of: "s1", cells: [], deleted: [1], added: [] };
  const { result } = open({ rules: [{ index: 0, disabled: true }] }, value);
  const { cellOf, isDeleted } = result.current;
  expect(isDeleted(1)).toBe(true);
  expect(cellOf(0, shown(fruit), "Apple").allowOverlay).toBe(false);
  expect(cellOf(1, shown(count), 3).allowOverlay).toBe(false);
  expect(cellOf(0, shown(count), undefined).kind).toBe(GridCellKind.Loading);
  expect(cellOf(0, shown(count), 3).allowOverlay).toBe(true);
});

it("takes nothing while it is disabled", () => {
  const { opened, say } = open({ disabled: true });
  say(edit(0, "7"));
  say((editing) => editing.remove([0]));
  expect(opened.inputs).toEqual([]);
});

it("ticks a box, and offers options", () => {
  const { result } = open({ rules: [{ index: 0, options: ["Fig"] }] });
  expect(result.current.cellOf(0, shown(column(1, "Ripe", "bool")), null)).toMatchObject({
    kind: GridCellKind.Boolean,
    data: null,
    readonly: false,
  });
  expect(result.current.cellOf(0, shown(fruit), "Apple")).toMatchObject({ options: ["Fig"], text: "Apple" });
});
