import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Input } from "../wire/types";
import { Inputs } from "./Inputs";
import { Topics } from "./Topics";
import { WidgetValues } from "./WidgetValues";

function open() {
  const values = new WidgetValues(new Topics());
  const batches: Input[][] = [];
  let connected = true;
  const inputs = new Inputs(values, (batch) => {
    if (!connected) return 0;
    batches.push(batch);
    return batches.length;
  });
  return { values, inputs, batches, connect: (now: boolean) => (connected = now) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("shows an edit at once and sends the last of them when it has rested", () => {
  const { values, inputs, batches } = open();
  inputs.edit("w", 1, 200);
  vi.advanceTimersByTime(199);
  inputs.edit("w", 2, 200);
  expect(values.get("w")).toBe(2);
  vi.advanceTimersByTime(199);
  expect(batches).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(batches).toEqual([[{ id: "w", value: 2 }]]);
});

it("sends a waiting edit at once when it is committed, and only once", () => {
  const { inputs, batches } = open();
  inputs.edit("w", 1, 200);
  inputs.commit("w");
  inputs.commit("w");
  vi.advanceTimersByTime(1000);
  expect(batches).toEqual([[{ id: "w", value: 1 }]]);
});

it("sends what is set without a wait, in place of an edit that waited", () => {
  const { inputs, batches } = open();
  inputs.edit("w", 1, 200);
  inputs.set("w", 2);
  vi.advanceTimersByTime(1000);
  expect(batches).toEqual([[{ id: "w", value: 2 }]]);
});

it("does not send again what was just sent", () => {
  const { inputs, batches } = open();
  inputs.set("w", [1, 2]);
  inputs.edit("w", [1, 2], 200);
  vi.advanceTimersByTime(1000);
  expect(batches).toEqual([[{ id: "w", value: [1, 2] }]]);
});

it("sends a click together with the edits that wait", () => {
  const { inputs, batches } = open();
  inputs.edit("w", 1, 200);
  inputs.click("b");
  vi.advanceTimersByTime(1000);
  expect(batches).toEqual([
    [
      { id: "w", value: 1 },
      { id: "b", click: true },
    ],
  ]);
});

it("keeps edits made without a connection and sends them later; clicks are gone", () => {
  const { inputs, batches, connect } = open();
  connect(false);
  inputs.set("w", 1);
  inputs.click("b");
  connect(true);
  inputs.resend();
  expect(batches).toEqual([[{ id: "w", value: 1 }]]);
});

it("has nothing to send again when everything is confirmed", () => {
  const { inputs, batches } = open();
  inputs.resend();
  expect(batches).toEqual([]);
});
