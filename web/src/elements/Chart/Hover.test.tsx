import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { column, windowOf } from "../../testing/rows";
import type { ChartProps, Mark, Stretch } from "./chartProps";
import { toChartRows } from "./chartRows";
import type { Drawing } from "./Drawing";
import { Hover } from "./Hover";

/** Three rows at x = 10, 20, 30, with y = 1, 2, 3 for one series and ten times that for the other; a pixel is a tenth of x, and of y. */
function hover(mark: Mark, series = 2, onStretch?: (stretch: Stretch | null) => void) {
  const columns = [column(0, "Hour", "int32"), column(1, "Trips", "int32"), column(2, "Riders", "int32")];
  const y = columns.slice(1, 1 + series);
  const props: ChartProps = { mark, source: "s", rows: 3, x: column(0, "Hour", "int32"), y, description: "d" };
  const cell = (row: number, { index }: { index: number }): number => ([10, 1, 10][index] ?? 0) * (row + 1);
  const rows = toChartRows(props, [windowOf(columns.slice(0, 1 + series), 0, 3, 3, cell)]);
  const drawing = {
    xOf: (value: number) => value * 10,
    yOf: (value: number) => value * 10,
    xAt: (pixel: number) => pixel / 10,
    plot: () => ({ left: 0, top: 0, width: 400, height: 300 }),
  } as unknown as Drawing;
  const { container } = render(<Hover props={props} rows={rows} drawing={drawing} onStretch={onStretch} />);
  const area = container.firstElementChild;
  if (area === null) throw new Error("Nothing was drawn to point at.");
  // jsdom captures no pointers.
  Object.assign(area, { setPointerCapture: () => undefined });
  const point = (clientX: number, clientY: number) =>
    fireEvent(area, new MouseEvent("pointermove", { clientX, clientY, bubbles: true }));
  const press = (type: string, clientX: number) =>
    fireEvent(area, new MouseEvent(type, { clientX, clientY: 5, bubbles: true }));
  const drag = (from: number, to: number) => {
    press("pointerdown", from);
    press("pointermove", to);
    press("pointerup", to);
  };
  return {
    point,
    drag,
    doubleClick: () => fireEvent.doubleClick(area),
    leave: () => fireEvent.pointerLeave(area),
    text: () => area.textContent,
  };
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

it("gives the stretch that is dragged, whichever way, and all of it at a double click", () => {
  const onStretch = vi.fn();
  const { drag, doubleClick } = hover("line", 2, onStretch);
  drag(120, 320);
  drag(320, 120);
  drag(100, 103);
  drag(390, 4000);
  expect(onStretch.mock.calls).toEqual([[{ from: 12, to: 32 }], [{ from: 12, to: 32 }], [{ from: 39, to: 40 }]]);
  doubleClick();
  expect(onStretch).toHaveBeenLastCalledWith(null);
});

it("drags nothing over bars", () => {
  const onStretch = vi.fn();
  hover("bar", 2, onStretch).drag(120, 320);
  expect(onStretch).not.toHaveBeenCalled();
});
