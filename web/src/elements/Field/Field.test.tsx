import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Field } from "./Field";

const draw = (labelVisibility: "visible" | "hidden" | "collapsed") =>
  render(
    <Field props={{ label: "Name", help: "Your own", disabled: false, labelVisibility }} inputId="i">
      <input id="i" />
    </Field>,
  );

it.each(["visible", "hidden", "collapsed"] as const)("names its input when the label is %s", (labelVisibility) => {
  draw(labelVisibility);
  expect(screen.getByLabelText("Name").id).toBe("i");
});

it("offers help beside a label that is seen", () => {
  draw("visible");
  expect(screen.getByRole("button", { name: "Help for Name" })).toBeDefined();
});

it("offers none where the label is not", () => {
  draw("hidden");
  expect(screen.queryByRole("button")).toBeNull();
});
