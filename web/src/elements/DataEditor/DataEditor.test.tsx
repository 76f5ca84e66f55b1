import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderElement } from "../../testing/openPage";
import { column, serveRows } from "../../testing/rows";
import { OptionEditor } from "./CellEditors";
import { CellNote } from "./CellNote";

const columns = [column(0, "Fruit", "text"), column(1, "Count", "int32")];
const props = { source: "s1", rows: 3, columns, label: "Stock", dynamic: true };

it("is a grid with tools, and says what was edited", async () => {
  vi.stubGlobal("fetch", serveRows(columns, 3, (row, { index }) => (index === 0 ? `F${row}` : row)).fetch);
  const page = renderElement("dataEditor", props);
  fireEvent.click(await screen.findByRole("button", { name: "Add row" }));
  expect(page.inputs).toEqual([{ id: "n1", value: { of: "s1", cells: [], deleted: [], added: [[null, null]] } }]);
  expect(await screen.findByText("3 rows, 2 columns, 1 row added")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(page.inputs.at(-1)).toEqual({ id: "n1", value: null });
  expect(screen.getByRole("button", { name: "Delete" })).toHaveProperty("disabled", true);
  expect(document.getElementById("portal")).not.toBeNull();
});

it("adds and deletes nothing where rows are fixed", async () => {
  vi.stubGlobal("fetch", serveRows(columns, 3, (row) => row).fetch);
  renderElement("dataEditor", { ...props, dynamic: undefined });
  expect(await screen.findByRole("button", { name: "Discard" })).toBeDefined();
  expect(screen.queryByRole("button", { name: "Add row" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Delete" })).toBeNull();
});

it("says below a cell what is wrong with it", () => {
  render(<CellNote spot={{ x: 40, y: 100, height: 34 }} text="No." />);
  const note = screen.getByRole("alert");
  expect(note.textContent).toBe("No.");
  expect(note.style.top).toBe("138px");
});

it("offers options, and takes one by Enter or by a click", () => {
  const finish = vi.fn();
  const cell = { kind: "text", data: "", displayData: "", allowOverlay: true, options: ["fresh", "dried"] };
  const Editor = OptionEditor as unknown as (props: {
    value: object;
    initialValue: string;
    onFinishedEditing: () => void;
  }) => React.JSX.Element;
  const { unmount } = render(<Editor value={cell} initialValue="d" onFinishedEditing={finish} />);
  const list = screen.getByRole("listbox", { name: "Options" });
  expect(document.activeElement).toBe(list);
  act(() => void fireEvent.keyDown(list, { key: "Enter" }));
  expect(finish).toHaveBeenLastCalledWith(expect.objectContaining({ data: "dried" }), [0, 1]);
  fireEvent.click(screen.getByRole("option", { name: "fresh" }));
  expect(finish).toHaveBeenLastCalledWith(expect.objectContaining({ data: "fresh" }));
  unmount();
});
