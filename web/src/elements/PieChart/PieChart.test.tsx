import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";
import { place } from "./slices";

const props = {
  slices: [
    { label: "Oslo", value: 1500 },
    { label: "Bergen", value: 400 },
    { label: "Other", value: 100, gathered: 3 },
  ],
  description: "Pie chart of People by City: Oslo 75%, Bergen 20%, Other 5%",
};

const paths = (): Element[] => [...document.querySelectorAll("path[data-dimmed]")];

describe("on the page", () => {
  it("has a text, and a legend that says the value and the share of each slice", () => {
    renderElement("pieChart", props);
    expect(screen.getByRole("img", { name: props.description })).toBeDefined();
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "Oslo1,50075%",
      "Bergen40020%",
      "Other (3)1005%",
    ]);
    expect(paths()).toHaveLength(3);
  });

  it("tells the slice that is pointed at from the others", () => {
    renderElement("pieChart", props);
    fireEvent.pointerEnter(screen.getAllByRole("listitem")[1] as Element);
    expect(paths().map((path) => path.getAttribute("data-dimmed"))).toEqual(["true", "false", "true"]);
    fireEvent.pointerLeave(screen.getAllByRole("listitem")[1] as Element);
    expect(paths().map((path) => path.getAttribute("data-dimmed"))).toEqual(["false", "false", "false"]);
  });

  it("says the sum in the middle of a donut", () => {
    renderElement("pieChart", { ...props, donut: true });
    expect(screen.getByText("2,000").tagName).toBe("text");
  });

  it("says so when there is nothing to share out", () => {
    renderElement("pieChart", { slices: [], description: "Pie chart of People by City, nothing to share out" });
    expect(screen.getByText("Pie chart of People by City, nothing to share out")).toBeDefined();
  });
});

describe("slices", () => {
  it("lie clockwise from the top", () => {
    const [half, other] = place(
      [
        { label: "a", value: 1 },
        { label: "b", value: 1 },
      ],
      0,
    );
    expect(half?.path).toBe("M0 -100 A100 100 0 0 1 0 100 L0 0 Z");
    expect(other?.path).toBe("M0 100 A100 100 0 0 1 0 -100 L0 0 Z");
  });

  it("of everything are the whole circle, and of nothing none of it", () => {
    const [all, none] = place(
      [
        { label: "a", value: 2 },
        { label: "b", value: 0 },
      ],
      0,
    );
    expect(all?.path).toBe("M0 -100 A100 100 0 1 1 0 100 A100 100 0 1 1 0 -100 Z");
    expect(none?.path).toBe("");
  });
});
