import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderElement } from "../../testing/openPage";
import { column, serveRows } from "../../testing/rows";

const columns = [column(0, "City", "text"), column(1, "People", "int32"), column(2, "Page", "text")];
const props = { source: "s1", rows: 2, columns, label: "Cities" };

function show(options?: object[]): void {
  const cells = [
    ["Oslo", 717710, "https://oslo"],
    ["Bergen", null, "javascript:alert(1)"],
  ];
  vi.stubGlobal("fetch", serveRows(columns, 2, (row, { index }) => cells[row]?.[index] ?? null).fetch);
  renderElement("table", { ...props, ...(options && { options }) });
}

it("shows all rows with their heads", async () => {
  show();
  expect(await screen.findByRole("cell", { name: "717,710" })).toBeDefined();
  expect(screen.getByRole("region", { name: "Cities" })).toBeDefined();
  expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual(["City", "People", "Page"]);
  expect(screen.getAllByRole("row")).toHaveLength(3);
  expect(screen.getByText("null")).toBeDefined();
});

it("follows the options of its columns, and links only where that is safe", async () => {
  show([
    { index: 0, hidden: true },
    { index: 1, label: "Souls", decimals: 1 },
    { index: 2, look: "link", display: "open" },
  ]);
  expect((await screen.findByRole("link", { name: "open" })).getAttribute("href")).toBe("https://oslo");
  expect(screen.getByText("javascript:alert(1)").tagName).toBe("TD");
  expect(screen.getByRole("cell", { name: "717,710.0" })).toBeDefined();
  expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual(["Souls", "Page"]);
});

it("says why its rows could not be loaded", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  renderElement("table", props);
  expect((await screen.findByRole("alert")).textContent).toContain("The server no longer has these rows.");
});
