import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Help } from "./Help";

it("tells its text on a tap", () => {
  render(<Help text="More than 15 minutes" label="Late" />);
  expect(screen.queryByRole("tooltip")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Help for Late" }));
  expect(screen.getByRole("tooltip").textContent).toBe("More than 15 minutes");
});
