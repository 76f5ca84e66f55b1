import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

it("shows an object as name and value", () => {
  renderElement("fields", { title: "Flight", fields: [{ name: "Origin", value: "ATL" }] });
  expect(screen.getByRole("region", { name: "Flight" })).toBeDefined();
  expect(screen.getByRole("term").textContent).toBe("Origin");
  expect(screen.getByRole("definition").textContent).toBe("ATL");
});
