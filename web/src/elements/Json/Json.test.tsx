import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

it("shows two levels, and deeper ones on request", () => {
  renderElement("json", { json: { city: "Ulm", legs: [{ to: "Bonn" }] } });
  expect(screen.getByText('"Ulm"').dataset.type).toBe("string");
  expect(screen.queryByText('"Bonn"')).toBeNull();
  const closed = screen.getByText("{ 1 field }").closest("details");
  if (closed === null) throw new Error("The list's member is no branch.");
  closed.open = true;
  fireEvent(closed, new Event("toggle"));
  expect(screen.getByText('"Bonn"')).toBeDefined();
});

it("draws a long list by the hundred", () => {
  renderElement("json", { json: Array.from({ length: 250 }, (_, index) => index) });
  expect(screen.queryByText("100:")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Show 100 more of 150" }));
  expect(screen.getByText("100:")).toBeDefined();
  expect(screen.getByRole("button", { name: "Show 50 more of 50" })).toBeDefined();
});

it.each([
  [null, "null"],
  [true, "true"],
  [[], "[ ]"],
  [{}, "{ }"],
])("shows %j", (json, shown) => {
  renderElement("json", { json });
  expect(screen.getByText(shown)).toBeDefined();
});
