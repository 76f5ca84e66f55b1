import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

it("separates", () => {
  renderElement("divider", {});
  expect(screen.getByRole("separator")).toBeDefined();
});
