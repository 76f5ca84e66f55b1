import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { CSharp } from "./CSharp";

it("shows the whole text, coloured, in a region the keyboard reaches", () => {
  render(<CSharp text={'Ui.Title("Hello");\n'} label="Source of hello.cs" />);
  const region = screen.getByRole("region", { name: "Source of hello.cs" });
  expect(region.textContent).toBe('Ui.Title("Hello");\n');
  expect(region.tabIndex).toBe(0);
  expect(screen.getByText('"Hello"').dataset.token).toBe("string");
});
