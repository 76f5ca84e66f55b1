import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { PageContext } from "../../page/PageContext";
import { wholeView, type ViewQuery } from "../../rows/viewQuery";
import { OpenPage } from "../../testing/openPage";
import { column } from "../../testing/rows";
import { Toolbar } from "./Toolbar";

const all = [column(0, "City", "text"), column(3, "People", "int32")].map((one) => ({
  column: one,
  title: one.name,
  width: 80,
  hidden: false,
  pinned: false,
}));

function open(query: ViewQuery = wholeView) {
  const calls = { onQuery: vi.fn(), onRow: vi.fn(), onSave: vi.fn(), hide: vi.fn(), pin: vi.fn() };
  const columns = { all, shown: all, resize: vi.fn(), move: vi.fn(), hide: calls.hide, pin: calls.pin };
  render(
    <PageContext value={new OpenPage().page}>
      <Toolbar
        label="Cities"
        source="s1"
        columns={columns}
        query={query}
        onQuery={calls.onQuery}
        onRow={calls.onRow}
        onSave={calls.onSave}
      />
    </PageContext>,
  );
  return calls;
}

it("searches on Enter, and ends the search when its text is gone", () => {
  const { onQuery } = open({ ...wholeView, search: "oslo" });
  const box = screen.getByRole("searchbox", { name: "Search the table" });
  fireEvent.change(box, { target: { value: "bergen" } });
  expect(onQuery).not.toHaveBeenCalled();
  fireEvent.submit(box);
  expect(onQuery).toHaveBeenLastCalledWith({ ...wholeView, search: "bergen" });
  fireEvent.change(box, { target: { value: "" } });
  expect(onQuery).toHaveBeenLastCalledWith(wholeView);
});

it("goes to a row that there can be", () => {
  const { onRow } = open();
  const box = screen.getByRole("textbox", { name: "Go to row" });
  for (const text of ["1,234", "0", "x"]) {
    fireEvent.change(box, { target: { value: text } });
    fireEvent.submit(box);
  }
  expect(onRow.mock.calls).toEqual([[1233]]);
});

it("adds a filter and takes it away again", () => {
  const filter = { column: 3, test: "atLeast" as const, value: "5" };
  const { onQuery } = open({ ...wholeView, filters: [filter] });
  fireEvent.click(screen.getByRole("button", { name: "Remove this filter" }));
  expect(onQuery).toHaveBeenLastCalledWith(wholeView);

  fireEvent.click(screen.getByRole("button", { name: "Filter" }));
  fireEvent.change(screen.getByLabelText("Column"), { target: { value: "3" } });
  fireEvent.change(screen.getByLabelText("Test"), { target: { value: "empty" } });
  fireEvent.click(screen.getByRole("button", { name: "Add filter" }));
  expect(onQuery).toHaveBeenLastCalledWith({
    ...wholeView,
    filters: [filter, { column: 3, test: "empty", value: "" }],
  });
});

it("sorts, hides and pins columns", () => {
  const { onQuery, hide, pin } = open();
  fireEvent.click(screen.getByRole("button", { name: "Columns" }));
  fireEvent.click(screen.getByRole("button", { name: "Sort by People, descending" }));
  expect(onQuery).toHaveBeenLastCalledWith({ ...wholeView, sort: { column: 3, descending: true } });
  fireEvent.click(screen.getByRole("checkbox", { name: "City" }));
  expect(hide).toHaveBeenCalledWith(0, true);
  fireEvent.click(screen.getByRole("button", { name: "Pin People" }));
  expect(pin).toHaveBeenCalledWith(3, true);
});

it("saves what is shown", () => {
  const { onSave } = open({ ...wholeView, search: "oslo" });
  const link = screen.getByRole("link", { name: "Download as CSV" });
  expect(link.getAttribute("href")).toMatch(/\/s1\/csv\?search=oslo&columns=0%2C3$/);
  expect(link.getAttribute("download")).toBe("Cities.csv");
  fireEvent.click(link);
  expect(onSave).toHaveBeenCalledWith(link.getAttribute("href"), "Cities.csv");
});
