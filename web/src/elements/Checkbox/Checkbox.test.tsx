import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { change, renderElement } from "../../testing/openPage";

const props = { label: "Late only", disabled: false, labelVisibility: "visible" };
const box = () => screen.getByRole<HTMLInputElement>("checkbox", { name: "Late only" });

it("shows the server's value and sends the user's", () => {
  const page = renderElement("checkbox", props, true);
  expect(box().checked).toBe(true);
  fireEvent.click(box());
  expect(box().checked).toBe(false);
  expect(page.inputs).toEqual([{ id: "n1", value: false }]);
});

it("adopts a newer value of the server once that knows the user's", () => {
  const page = renderElement("checkbox", props, true);
  fireEvent.click(box());
  change(page, "checkbox", props, true, 2);
  expect(box().checked).toBe(false);
  change(page, "checkbox", props, true, 2, 1);
  expect(box().checked).toBe(true);
});

it.each(["hidden", "collapsed"])("keeps its name when its label is %s", (labelVisibility) => {
  renderElement("checkbox", { ...props, labelVisibility }, false);
  expect(box()).toBeDefined();
});
