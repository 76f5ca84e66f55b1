import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { change, renderElement } from "../../testing/openPage";
import type { EventPoint } from "./figure";
import { mostPoints, pointsOf, toFigure, withSelection } from "./figure";

// jsdom cannot lay out what Plotly draws; the browser scenario shows the real thing.
const plotly = vi.hoisted(() => ({
  drawn: [] as { data: unknown[]; layout: Record<string, unknown>; config: Record<string, unknown> }[],
  listeners: new Map<string, (event?: { points: EventPoint[] }) => void>(),
  fail: null as Error | null,
}));
vi.mock("plotly.js-strict-dist-min", () => ({
  default: {
    react: (_: HTMLElement, data: unknown[], layout: Record<string, unknown>, config: Record<string, unknown>) => {
      plotly.drawn.push({ data, layout, config });
      if (plotly.fail) return Promise.reject(plotly.fail);
      return Promise.resolve({
        on: (event: string, listener: () => void) => plotly.listeners.set(event, listener),
        removeAllListeners: (event: string) => plotly.listeners.delete(event),
      });
    },
    purge: () => undefined,
    Plots: { resize: () => Promise.resolve() },
  },
}));

const props = { of: "o1", spec: { data: [{ y: [1, 2, 3] }], layout: { title: "Sales" } }, description: "Sales" };
const colours = { text: "#010101", muted: "#020202", line: "#030303", page: "#fff" };

beforeEach(() => {
  plotly.drawn.length = 0;
  plotly.listeners.clear();
  plotly.fail = null;
});

it("draws the figure, with a text for who cannot see it", async () => {
  renderElement("plotlyChart", props);
  expect(await screen.findByRole("figure", { name: "Sales" })).toBeDefined();
  await waitFor(() => expect(plotly.drawn).toHaveLength(1));
  expect(plotly.drawn[0]?.layout).toMatchObject({ title: "Sales", height: 400 });
  expect(plotly.listeners.size).toBe(0);
});

it("sends the points that are selected, and that none are", async () => {
  const page = renderElement("plotlyChart", { ...props, select: true }, null);
  await waitFor(() => expect(plotly.listeners.size).toBe(2));
  act(() => plotly.listeners.get("plotly_selected")?.({ points: [{ curveNumber: 0, pointNumber: 2 }] }));
  act(() => plotly.listeners.get("plotly_deselect")?.());
  expect(page.inputs).toEqual([
    { id: "n1", value: { of: "o1", points: [[0, 2]] } },
    { id: "n1", value: null },
  ]);
});

it("sends nothing while it is disabled", async () => {
  const page = renderElement("plotlyChart", { ...props, select: true, disabled: true }, null);
  await waitFor(() => expect(plotly.listeners.size).toBe(2));
  act(() => plotly.listeners.get("plotly_selected")?.({ points: [{ curveNumber: 0, pointNumber: 2 }] }));
  expect(page.inputs).toEqual([]);
});

it("says what Plotly says is wrong, where the figure would stand", async () => {
  plotly.fail = new Error("no such thing");
  const page = renderElement("plotlyChart", props);
  expect((await screen.findByRole("alert")).textContent).toContain("no such thing");
  plotly.fail = null;
  change(page, "plotlyChart", { ...props, of: "o2" });
  expect(await screen.findByRole("figure", { name: "Sales" })).toBeDefined();
});

it("puts the page's looks below the figure's own, and fetches nothing", () => {
  const { layout, config } = toFigure(
    {
      data: [],
      layout: { template: { layout: { font: { color: "red" } } } },
      config: { scrollZoom: true, plotlyServerURL: "https://example.org", topojsonURL: "https://example.org" },
    },
    colours,
    "dark",
    250,
  );
  expect(layout).toMatchObject({
    height: 250,
    autosize: true,
    template: { layout: { font: { color: "red" }, paper_bgcolor: "rgba(0,0,0,0)" } },
  });
  expect(config).toMatchObject({ scrollZoom: true, plotlyServerURL: "", topojsonURL: "", displaylogo: false });
});

it("takes a bar of a histogram for all it counts, each point once, and too many for none", () => {
  expect(
    pointsOf("o1", [
      { curveNumber: 1, pointNumbers: [4, 5] },
      { curveNumber: 1, pointNumbers: [5, 6] },
      { curveNumber: 0, pointNumber: 7 },
    ]),
  ).toEqual({
    of: "o1",
    points: [
      [1, 4],
      [1, 5],
      [1, 6],
      [0, 7],
    ],
  });
  expect(pointsOf("o1", [])).toBeNull();
  const many = Array.from({ length: mostPoints + 1 }, (_, pointNumber) => ({ curveNumber: 0, pointNumber }));
  expect(pointsOf("o1", many)).toBeUndefined();
});

it("shows what is selected in this figure, and nothing of another", () => {
  const value = { of: "o1", points: [[1, 2]] };
  expect(withSelection([{ y: [1] }, { y: [2] }], value, "o1")).toEqual([
    { y: [1], selectedpoints: [] },
    { y: [2], selectedpoints: [2] },
  ]);
  expect(withSelection([{ y: [1] }], value, "o2")).toEqual([{ y: [1] }]);
});
