import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderElement } from "../../testing/openPage";
import { column, serveRows } from "../../testing/rows";
import * as drawing from "./drawMap";
import type { MapProps } from "./mapRows";
import type { Projection } from "./Projection";

const props: MapProps = {
  source: "s1",
  rows: 1200,
  columns: [column(0, "latitude", "float64"), column(1, "longitude", "float64"), column(2, "color", "int32")],
  color: "Country",
  labels: ["Austria", "Norway"],
  description: "Map of 1,200 points",
};

const serve = () =>
  serveRows(props.columns, props.rows, (row, { index }) => [47 + row / 1000, 10 + row / 1000, row % 2][index] ?? 0);

describe("on the page", () => {
  const drawn: { projection: Projection; points: number }[] = [];
  beforeEach(() => {
    drawn.length = 0;
    // jsdom has no canvas and lays nothing out.
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({ setTransform: () => undefined } as never);
    vi.spyOn(drawing, "drawMap").mockImplementation((_, __, projection, ___, points) => {
      drawn.push({ projection, points: points.length });
    });
  });

  it("fetches its points in windows, draws them together, and has a text and a legend", async () => {
    const server = serve();
    vi.stubGlobal("fetch", server.fetch);
    renderElement("map", props);
    expect(await screen.findByRole("img", { name: "Map of 1,200 points" })).toBeDefined();
    await waitFor(() => expect(drawn.at(-1)?.points).toBe(1200));
    expect(server.asked.map((query) => [query.get("from"), query.get("count")])).toEqual([
      ["0", "1000"],
      ["1000", "200"],
    ]);
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Austria", "Norway"]);
  });

  it("is zoomed by buttons, and shows all points again", async () => {
    vi.stubGlobal("fetch", serve().fetch);
    renderElement("map", props);
    await waitFor(() => expect(drawn).not.toHaveLength(0));
    const scale = (): number => drawn.at(-1)?.projection.scale ?? NaN;
    const whole = scale();
    fireEvent.click(screen.getByRole("button", { name: "Zoom in" }));
    expect(scale()).toBeCloseTo(whole * 1.6);
    fireEvent.click(screen.getByRole("button", { name: "Zoom out" }));
    expect(scale()).toBeCloseTo(whole);
    fireEvent.click(screen.getByRole("button", { name: "Zoom in" }));
    fireEvent.click(screen.getByRole("button", { name: "Show all points" }));
    expect(scale()).toBe(whole);
  });

  it("says so when there are no points", async () => {
    renderElement("map", { ...props, rows: 0, description: "Map, no points" });
    expect(await screen.findByText("Map, no points")).toBeDefined();
  });

  it("says why it could not be loaded", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
    renderElement("map", props);
    expect((await screen.findByRole("alert")).textContent).toContain("The server no longer has these rows.");
  });
});
