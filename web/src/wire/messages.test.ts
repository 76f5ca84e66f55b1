import { expect, it } from "vitest";
import { decodeMessage, encodeMessage } from "./messages";

it("writes messages as JSON", () => {
  expect(encodeMessage({ type: "ack", frame: 3 })).toBe('{"type":"ack","frame":3}');
});

it("reads a message by its type", () => {
  expect(decodeMessage('{"type":"refused","reason":"full"}')).toEqual({ type: "refused", reason: "full" });
});

it("refuses what is no message", () => {
  expect(() => decodeMessage("[]")).toThrow("The server sent a message without a type.");
  expect(() => decodeMessage("null")).toThrow("The server sent a message without a type.");
});
