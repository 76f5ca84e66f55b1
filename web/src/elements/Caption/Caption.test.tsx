import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

it("shows the HTML the server made", () => {
  renderElement("caption", { html: "<p>Source: <a href='#x'>there</a></p>" });
  expect(screen.getByRole("link", { name: "there" })).toBeDefined();
});
