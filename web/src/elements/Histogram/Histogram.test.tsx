import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderElement } from "../../testing/openPage";
import { Drawing } from "../Chart/Drawing";
import { seriesColours } from "../Chart/seriesColours";
import { chartSpec } from "../Chart/spec";
import { histogramShown } from "./bins";
import type { HistogramProps } from "./Histogram";

const props: HistogramProps = {
  type: "float64",
  edges: [0, 10, 20, 30],
  series: [{ name: "Price", counts: [5, 0, 7] }],
  description: "Histogram of Price",
};

const colours = { text: "#000", muted: "#555", line: "#ddd", series: seriesColours("light") };

describe("on the page", () => {
  const drawn: number[] = [];
  beforeEach(() => {
    drawn.length = 0;
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({ setTransform: () => undefined } as never);
    vi.spyOn(Drawing.prototype, "draw").mockImplementation((rows) => {
      drawn.push(rows.points.length);
      return Promise.resolve();
    });
  });

  it("draws what the server counted, without asking for rows, and has a text for who cannot see it", async () => {
    const fetch = vi.fn();
    vi.stubGlobal("fetch", fetch);
    renderElement("histogram", props);
    expect(await screen.findByRole("img", { name: "Histogram of Price" })).toBeDefined();
    await waitFor(() => expect(drawn).toEqual([3]));
    expect(fetch).not.toHaveBeenCalled();
  });

  it("says so when there is nothing to count", async () => {
    renderElement("histogram", { ...props, edges: [], series: [], description: "Histogram of Price, no values" });
    expect(await screen.findByText("Histogram of Price, no values")).toBeDefined();
  });
});

it.each(["float64", "int32", "int64", "decimal", "date", "dateTime", "timeSpan"] as const)(
  "bins of %s stand between their edges, on the axis",
  async (type) => {
    const shown = histogramShown({ ...props, type });
    const drawing = new Drawing(chartSpec(shown.props, shown.rows, colours, 600), null);
    await drawing.draw(shown.rows, 600, 300);
    const middle = shown.rows.points.map((point) => drawing.xOf(point.x));
    const left = shown.rows.points.map((point) => drawing.xOf(point.from));
    expect(middle.every((at, bin) => at > (left[bin] ?? NaN))).toBe(true);
    expect(drawing.yOf(7)).toBeLessThan(drawing.yOf(0));
    drawing.dispose();
  },
);

it("draws several columns over another", async () => {
  const shown = histogramShown({ ...props, series: [...props.series, { name: "Cost", counts: [1, 2, 3] }] });
  const drawing = new Drawing(chartSpec(shown.props, shown.rows, colours, 600), null);
  await drawing.draw(shown.rows, 600, 300);
  expect(drawing.points()).toHaveLength(6);
  drawing.dispose();
});

it("names a bin by its edges, and its count", () => {
  const { rows } = histogramShown({
    ...props,
    type: "date",
    edges: [0, 7, 14],
    series: [{ name: "Day", counts: [1200, 1] }],
  });
  expect([rows.xText(1), rows.yText(0, 0)]).toEqual(["1970-01-08 – 1970-01-15", "1,200"]);
});
