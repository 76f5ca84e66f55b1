import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderElement } from "../../testing/openPage";

const limit = { label: "Limit", disabled: false, labelVisibility: "visible", min: 0, max: 100, step: 5, decimals: 0 };
const input = () => screen.getByRole<HTMLInputElement>("spinbutton", { name: "Limit" });
const type = (value: string) => {
  fireEvent.change(input(), { target: { value } });
  fireEvent.keyDown(input(), { key: "Enter" });
};
const rest = () => act(() => void vi.advanceTimersByTime(200));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("sends what was typed, within the bounds", () => {
  const page = renderElement("numberInput", limit, 10);
  type("20");
  type("250");
  expect(page.inputs.map((sent) => "value" in sent && sent.value)).toEqual([20, 100]);
  expect(input().value).toBe("100");
});

it("sends null when it was emptied", () => {
  const page = renderElement("numberInput", limit, 10);
  type(" ");
  expect(page.inputs).toEqual([{ id: "n1", value: null }]);
});

it("takes back what is no number", () => {
  const page = renderElement("numberInput", limit, 10);
  fireEvent.change(input(), { target: { value: "ten" } });
  expect(input().getAttribute("aria-invalid")).toBe("true");
  fireEvent.blur(input());
  expect(input().value).toBe("10");
  expect(page.inputs).toEqual([]);
});

it("steps by its buttons and the arrow keys, and sends the last of quick steps", () => {
  const page = renderElement("numberInput", limit, 10);
  fireEvent.click(screen.getByRole("button", { name: "More: Limit" }));
  fireEvent.click(screen.getByRole("button", { name: "More: Limit" }));
  fireEvent.keyDown(input(), { key: "ArrowDown" });
  expect(input().value).toBe("15");
  rest();
  expect(page.inputs).toEqual([{ id: "n1", value: 15 }]);
});

it("steps no further than its bounds", () => {
  renderElement("numberInput", limit, 98);
  fireEvent.keyDown(input(), { key: "ArrowUp" });
  expect(input().value).toBe("100");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "More: Limit" }).disabled).toBe(true);
});

it("steps from empty to the value nearest to 0", () => {
  const page = renderElement("numberInput", { ...limit, min: undefined, max: undefined, step: 0.1, decimals: 1 }, null);
  fireEvent.keyDown(input(), { key: "ArrowUp" });
  rest();
  expect(page.inputs).toEqual([{ id: "n1", value: 0 }]);
  fireEvent.keyDown(input(), { key: "ArrowUp" });
  fireEvent.keyDown(input(), { key: "ArrowUp" });
  fireEvent.keyDown(input(), { key: "ArrowUp" });
  expect(input().value).toBe("0.3");
});
