import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

const tone = (): string | undefined => screen.getByText("4%").dataset.tone;

it("shows a label and a value", () => {
  renderElement("metric", { label: "Rows", value: "10,000" });
  expect(screen.getByText("Rows").tagName).toBe("DT");
  expect(screen.getByText("10,000").tagName).toBe("DD");
});

it.each([
  ["up", "normal", "good"],
  ["down", "normal", "bad"],
  ["up", "inverse", "bad"],
  ["down", "inverse", "good"],
  ["up", "off", "neutral"],
  ["flat", "normal", "neutral"],
])("a change that goes %s and is coloured %s is %s", (direction, deltaColor, expected) => {
  renderElement("metric", { label: "Rows", value: "1", delta: "4%", direction, deltaColor });
  expect(tone()).toBe(expected);
});

it("says the direction aloud", () => {
  renderElement("metric", { label: "Rows", value: "1", delta: "4%", direction: "down" });
  expect(screen.getByText("down")).toBeDefined();
});
