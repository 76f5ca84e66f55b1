import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

it.each([1, 2, 3])("is a heading of level %i that a link can point at", (level) => {
  renderElement("heading", { level, html: "Uber <em>pickups</em>", anchor: "uber-pickups" });
  expect(screen.getByRole("heading", { level, name: "Uber pickups" }).id).toBe("uber-pickups");
});
