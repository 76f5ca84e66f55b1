import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { change, renderElement } from "../../testing/openPage";

it("shows the HTML the server made, and its changes", () => {
  const page = renderElement("markdown", { html: "<p>l[0] is: <strong>2</strong></p>" });
  expect(screen.getByText("2").tagName).toBe("STRONG");
  change(page, "markdown", { html: "<p>gone</p>" });
  expect(screen.queryByText("2")).toBeNull();
});
