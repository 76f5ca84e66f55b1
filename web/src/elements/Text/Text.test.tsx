import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

it("shows text as it is, markup and line breaks included", () => {
  renderElement("text", { text: "a <b>\n  c" });
  expect(screen.getByText(/a <b>/).textContent).toBe("a <b>\n  c");
});
