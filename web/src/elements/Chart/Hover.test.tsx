import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { column, windowOf } from "../../testing/rows";
import type { ChartProps, Mark } from "./chartProps";
import { toChartRows } from "./chartRows";
import type { Drawing } from "./Drawing";
import { Hover } from "./Hover";

/** Three rows at x = 10, 20, 30, with y = 1, 2, 3 for one series and ten times that for the other; a pixel is a tenth of x, and of y. */
function hover(mark: Mark, series = 2) {
  const columns = [column(0, "Hour", "int32"), column(1, "Trips", "int32"), column(2, "Riders", "int32")];
  const y = columns.slice(1, 1 + series);
  const props: ChartProps = { mark, source: "s", rows: 3, x: column(0, "Hour", "int32"), y, description: "d" };
  const cell = (row: number, { index }: { index: number }): number => ([10, 1, 10][index] ?? 0) * (row + 1);
  const rows = toChartRows(props, [windowOf(columns.slice(0, 1 + series), 0, 3, 3, cell)]);
  const drawing = {
    xOf: (value: number) => value * 10,
    yOf: (value: number) => value * 10,
    plot: () => ({ left: 0, top: 0, width: 400, height: 300 }),
  } as unknown as Drawing;
  const { container } = render(<Hover props={props} rows={rows} drawing={drawing} />);
  const area = container.firstElementChild;
  if (area === null) throw new Error("Nothing was drawn to point at.");
  const point = (clientX: number, clientY: number) =>
    fireEvent(area, new MouseEvent("pointermove", { clientX, clientY, bubbles: true }));
  return { point, leave: () => fireEvent.pointerLeave(area), text: () => area.textContent };
}

it("says what the row nearest to the pointer is, for every series", () => {
  const { point, text } = hover("line");
  point(190, 5);
  expect(text()).toBe("20Trips2Riders20");
  point(290, 5);
  expect(text()).toBe("30Trips3Riders30");
});

it("says nothing once the pointer has left", () => {
  const { point, leave, text } = hover("line");
  point(190, 5);
  leave();
  expect(text()).toBe("");
});

it("of points, says only the one that is pointed at", () => {
  const { point, text } = hover("point", 1);
  point(200, 100);
  expect(text()).toBe("");
  point(205, 25);
  expect(text()).toBe("20Trips2");
});

it("is no part of what a screen reader reads: the chart has a text of its own", () => {
  const { point } = hover("bar");
  point(100, 5);
  expect(screen.queryByRole("paragraph")).toBeNull();
});
