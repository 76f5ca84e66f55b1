import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { change, renderElement } from "../../testing/openPage";

const reload = { label: "Reload", disabled: false, style: "primary" };

it("sends each click", () => {
  const page = renderElement("button", reload);
  const button = screen.getByRole("button", { name: "Reload" });
  fireEvent.click(button);
  fireEvent.click(button);
  expect(page.inputs).toEqual([
    { id: "n1", click: true },
    { id: "n1", click: true },
  ]);
});

it("is not to be clicked while it is disabled or the connection is lost", () => {
  const page = renderElement("button", { ...reload, disabled: true });
  const button = screen.getByRole<HTMLButtonElement>("button", { name: "Reload" });
  expect(button.disabled).toBe(true);
  change(page, "button", reload);
  expect(button.disabled).toBe(false);
});

it("has its help beside it", () => {
  renderElement("button", { ...reload, help: "Reads the file again" });
  expect(screen.getByRole("button", { name: "Help for Reload" })).toBeDefined();
});
