import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { change, renderElement } from "../../testing/openPage";
import { column, serveRows } from "../../testing/rows";
import { Drawing } from "./Drawing";

const props = {
  mark: "line",
  source: "s1",
  rows: 1500,
  x: column(0, "Hour", "int32"),
  y: [column(1, "Trips", "int32")],
  description: "Trips by hour",
};

// jsdom has no canvas; what is drawn is told by Drawing.test.ts, which does without one.
const drawn: { drawing: Drawing; rows: number }[] = [];
beforeEach(() => {
  drawn.length = 0;
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({ setTransform: () => undefined } as never);
  vi.spyOn(Drawing.prototype, "draw").mockImplementation(function (this: Drawing, rows) {
    drawn.push({ drawing: this, rows: rows.count });
    return Promise.resolve();
  });
});

const serve = () => serveRows([props.x, ...props.y], 1500, (row) => row);

it("fetches its rows in windows and draws them together, with a text for who cannot see it", async () => {
  const server = serve();
  vi.stubGlobal("fetch", server.fetch);
  renderElement("chart", props);
  expect(await screen.findByRole("img", { name: "Trips by hour" })).toBeDefined();
  await waitFor(() => expect(drawn.map(({ rows }) => rows)).toEqual([1500]));
  expect(server.asked.map((query) => [query.get("from"), query.get("count"), query.get("columns")])).toEqual([
    ["0", "1000", "0,1"],
    ["1000", "500", "0,1"],
  ]);
});

it("changes its data in place when only the data is other", async () => {
  vi.stubGlobal("fetch", serve().fetch);
  const page = renderElement("chart", props);
  await waitFor(() => expect(drawn).toHaveLength(1));
  change(page, "chart", { ...props, source: "s2", rows: 900 });
  await waitFor(() => expect(drawn).toHaveLength(2));
  expect(drawn[1]?.rows).toBe(900);
  expect(drawn[1]?.drawing).toBe(drawn[0]?.drawing);
});

it("is drawn anew when it looks other", async () => {
  vi.stubGlobal("fetch", serve().fetch);
  const page = renderElement("chart", props);
  await waitFor(() => expect(drawn).toHaveLength(1));
  change(page, "chart", { ...props, mark: "bar" });
  await waitFor(() => expect(drawn).toHaveLength(2));
  expect(drawn[1]?.drawing).not.toBe(drawn[0]?.drawing);
});

it("says so when there is nothing to draw", async () => {
  renderElement("chart", { ...props, rows: 0 });
  expect(await screen.findByText("Trips by hour: no rows to draw")).toBeDefined();
});

it("says why it could not be loaded", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  renderElement("chart", props);
  expect((await screen.findByRole("alert")).textContent).toContain("The server no longer has these rows.");
});

it("asks the server for the stretch that is looked at, and shows all again", async () => {
  vi.spyOn(Drawing.prototype, "plot").mockReturnValue({ left: 0, top: 0, width: 100, height: 50 });
  vi.spyOn(Drawing.prototype, "xAt").mockImplementation((pixel) => pixel * 10);
  const server = serve();
  const addresses: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    addresses.push(address);
    return server.fetch(address);
  });
  renderElement("chart", { ...props, detail: "full" });
  fireEvent.click(await screen.findByRole("button", { name: "Zoom in" }));
  await waitFor(() => expect(addresses.at(-1)).toMatch(/\/full\/stretch\?from=250&to=750$/));
  await waitFor(() => expect(drawn).toHaveLength(2));
  expect(JSON.stringify(drawn[1]?.drawing.spec)).toContain('"domainMin":{"expr":"250"},"domainMax":{"expr":"750"}');
  fireEvent.click(screen.getByRole("button", { name: "Show all" }));
  await waitFor(() => expect(drawn.at(-1)?.rows).toBe(1500));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Show all" })).toBeNull());
});

it("only stretches its axis when it has all rows already", async () => {
  vi.spyOn(Drawing.prototype, "plot").mockReturnValue({ left: 0, top: 0, width: 100, height: 50 });
  vi.spyOn(Drawing.prototype, "xAt").mockImplementation((pixel) => pixel * 10);
  vi.stubGlobal("fetch", serve().fetch);
  renderElement("chart", props);
  fireEvent.click(await screen.findByRole("button", { name: "Zoom in" }));
  await waitFor(() => expect(drawn).toHaveLength(2));
  expect(drawn[1]?.rows).toBe(1500);
});

it("cannot be zoomed where the axis has no stretches", async () => {
  vi.stubGlobal("fetch", serve().fetch);
  renderElement("chart", { ...props, mark: "bar" });
  await waitFor(() => expect(drawn).toHaveLength(1));
  expect(screen.queryByRole("group", { name: "Zoom" })).toBeNull();
});
