import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

it.each(["success", "info", "warning"])("says %s politely", (severity) => {
  renderElement("alert", { severity, html: "<p>Loaded 3 rows</p>" });
  expect(screen.getByRole("status").textContent).toBe("Loaded 3 rows");
});

it("says an error at once", () => {
  renderElement("alert", { severity: "error", html: "<p>No such file</p>" });
  expect(screen.getByRole("alert").textContent).toBe("No such file");
});
