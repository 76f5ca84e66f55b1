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

  it("shows each move at once and sends the newest value when it is let go", () => {
    const page = renderElement("slider", hour, 17);
    fireEvent.keyDown(thumb(), { key: "ArrowRight" });
    expect(now()).toBe("18");
    act(() => void vi.advanceTimersByTime(200));
    expect(page.inputs).toEqual([{ id: "n1", value: 18 }]);
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
