import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

const region = { label: "Region", disabled: false, labelVisibility: "visible", options: ["North", "South", "West"] };
const box = () => screen.getByRole("combobox", { name: "Region" });
const open = () => fireEvent.keyDown(box(), { key: "ArrowDown" });

it("shows the chosen option", () => {
  renderElement("selectBox", region, 1);
  expect(box().textContent).toBe("South");
});

it("sends the index of the option that is chosen", () => {
  const page = renderElement("selectBox", region, 1);
  open();
  fireEvent.keyDown(screen.getByRole("option", { name: "West" }), { key: "Enter" });
  expect(page.inputs).toEqual([{ id: "n1", value: 2 }]);
  expect(box().textContent).toBe("West");
});

it("shows its placeholder while nothing is chosen, and can be emptied again", () => {
  const page = renderElement("selectBox", { ...region, placeholder: "Any" }, 0);
  fireEvent.click(screen.getByRole("button", { name: "Clear Region" }));
  expect(page.inputs).toEqual([{ id: "n1", value: null }]);
  expect(box().textContent).toBe("Any");
});

it("tells equal options apart", () => {
  const page = renderElement("selectBox", { ...region, options: ["A", "A"] }, 0);
  open();
  const second = screen.getAllByRole("option", { name: "A" })[1];
  if (second === undefined) throw new Error("One of the equal options is missing.");
  fireEvent.keyDown(second, { key: "Enter" });
  expect(page.inputs).toEqual([{ id: "n1", value: 1 }]);
});

it("survives an index that is not there, and no options at all", () => {
  renderElement("selectBox", region, 7);
  expect(box().textContent).toBe("Choose an option");
});

it("says so when there is nothing to choose from", () => {
  renderElement("selectBox", { ...region, options: [] }, null);
  expect(box().textContent).toBe("No options");
});

it("leaves a very long list to the system", () => {
  const options = Array.from({ length: 1000 }, (_, index) => `Option ${index}`);
  const page = renderElement("selectBox", { ...region, options }, 3);
  expect((box() as HTMLSelectElement).value).toBe("3");
  fireEvent.change(box(), { target: { value: "999" } });
  expect(page.inputs).toEqual([{ id: "n1", value: 999 }]);
});
