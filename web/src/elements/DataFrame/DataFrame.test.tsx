import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderElement } from "../../testing/openPage";
import { column, serveRows } from "../../testing/rows";
import { wholeRows } from "./DataFrame";

const columns = [column(0, "Airport", "text"), column(1, "Trips", "int32")];
const props = { source: "s1", rows: 1234, columns, label: "Flights" };

it("asks for the first rows only, and says how many there are", async () => {
  const server = serveRows(columns, 1234, (row, { index }) => (index === 0 ? `A${row}` : row));
  vi.stubGlobal("fetch", server.fetch);
  renderElement("dataFrame", props);
  expect(await screen.findByRole("group", { name: "Flights" })).toBeDefined();
  expect(screen.getByText("1,234 rows, 2 columns")).toBeDefined();
  // The grid asks for its rows once it is drawn, which may be a moment after its frame is.
  await waitFor(() => expect(server.asked).not.toEqual([]));
  expect(server.asked.map((query) => [query.get("from"), query.get("count"), query.get("columns")])).toEqual([
    ["0", "200", "0,1"],
  ]);
});

it("says so when there are no rows, and asks for none", async () => {
  const fetch = vi.fn();
  vi.stubGlobal("fetch", fetch);
  renderElement("dataFrame", { ...props, rows: 0 });
  expect(await screen.findByText("No rows, 2 columns")).toBeDefined();
  expect(fetch).not.toHaveBeenCalled();
});

it("says so when there are no columns", async () => {
  renderElement("dataFrame", { ...props, columns: [] });
  expect(await screen.findByText("A frame without columns")).toBeDefined();
});

it("says why its rows could not be loaded", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  renderElement("dataFrame", props);
  expect((await screen.findByRole("alert")).textContent).toContain("The server no longer has these rows.");
});

it("counts the rows that are seen whole", () => {
  expect(wholeRows({ row: 0, cut: 0 }, 340)).toEqual({ from: 0, to: 10 });
  expect(wholeRows({ row: 5, cut: 10 }, 340)).toEqual({ from: 6, to: 15 });
  expect(wholeRows({ row: 5, cut: 33 }, 300)).toEqual({ from: 6, to: 14 });
});
