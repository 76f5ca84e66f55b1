import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { change, renderElement } from "../../testing/openPage";

const hour = { label: "Hour", disabled: false, labelVisibility: "visible", min: 0, max: 23, step: 1, decimals: 0 };
const thumb = (name = "Hour") => screen.getByRole("slider", { name });
const now = (name?: string) => thumb(name).getAttribute("aria-valuenow");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a slider", () => {
  it("shows the server's value and its bounds", () => {
    renderElement("slider", hour, 17);
    expect(now()).toBe("17");
    expect([thumb().getAttribute("aria-valuemin"), thumb().getAttribute("aria-valuemax")]).toEqual(["0", "23"]);
  });

  it("sends a step of the keyboard at once, and once", () => {
    const page = renderElement("slider", hour, 17);
    fireEvent.keyDown(thumb(), { key: "ArrowRight" });
    expect(now()).toBe("18");
    expect(page.inputs).toEqual([{ id: "n1", value: 18 }]);
    act(() => void vi.advanceTimersByTime(1000));
    expect(page.inputs).toHaveLength(1);
  });

  describe("that is dragged", () => {
    // jsdom's own pointer events say no place.
    const pointer = (type: string, clientX: number) =>
      fireEvent(track(), new MouseEvent(type, { clientX, bubbles: true }));
    const drag = (to: number) => pointer("pointermove", to);
    const track = () => {
      const root = thumb()
        .closest<HTMLElement>("[data-orientation]")
        ?.parentElement?.closest<HTMLElement>("[data-orientation]");
      return root ?? thumb();
    };
    beforeEach(() => {
      vi.spyOn(Element.prototype, "hasPointerCapture").mockReturnValue(true);
      vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({ left: 0, width: 230 } as DOMRect);
    });

    it("sends the newest value when it has rested for 200 ms, and again when it is let go elsewhere", () => {
      const page = renderElement("slider", hour, 17);
      pointer("pointerdown", 170);
      drag(100);
      drag(50);
      expect(now()).toBe("5");
      act(() => void vi.advanceTimersByTime(199));
      expect(page.inputs).toEqual([]);
      act(() => void vi.advanceTimersByTime(1));
      expect(page.inputs).toEqual([{ id: "n1", value: 5 }]);
      drag(70);
      pointer("pointerup", 70);
      expect(page.inputs).toEqual([
        { id: "n1", value: 5 },
        { id: "n1", value: 7 },
      ]);
    });
  });

  it("adopts what the server makes of it", () => {
    const page = renderElement("slider", hour, 17);
    fireEvent.keyDown(thumb(), { key: "End" });
    act(() => void vi.advanceTimersByTime(200));
    change(page, "slider", { ...hour, max: 20 }, 20, 2, 1);
    expect(now()).toBe("20");
  });

  it.each([NaN, null, -5])("stands at its start for the value %s", (value) => {
    renderElement("slider", hour, value);
    expect(now()).toBe("0");
  });

  it("has decimals where its step has", () => {
    const page = renderElement("slider", { ...hour, min: 0, max: 1, step: 0.1, decimals: 1 }, 0.2);
    fireEvent.keyDown(thumb(), { key: "ArrowRight" });
    act(() => void vi.advanceTimersByTime(200));
    expect(page.inputs).toEqual([{ id: "n1", value: 0.3 }]);
    expect(thumb().getAttribute("aria-valuetext")).toBe("0.3");
  });

  it("cannot be moved when there is only one value", () => {
    const page = renderElement("slider", { ...hour, min: 5, max: 5 }, 5);
    fireEvent.keyDown(thumb(), { key: "ArrowRight" });
    act(() => void vi.advanceTimersByTime(200));
    expect(page.inputs).toEqual([]);
  });

  it("cannot be moved while it is disabled", () => {
    const page = renderElement("slider", { ...hour, disabled: true }, 5);
    fireEvent.keyDown(thumb(), { key: "ArrowRight" });
    act(() => void vi.advanceTimersByTime(200));
    expect(page.inputs).toEqual([]);
  });
});

it("a range has two named thumbs and sends both ends", () => {
  const page = renderElement("slider", hour, [3, 9]);
  act(() => thumb("Hour, to").focus());
  fireEvent.keyDown(thumb("Hour, to"), { key: "ArrowRight" });
  act(() => void vi.advanceTimersByTime(200));
  expect([now("Hour, from"), now("Hour, to")]).toEqual(["3", "10"]);
  expect(page.inputs).toEqual([{ id: "n1", value: [3, 10] }]);
});
