import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

it("shows its columns in the proportions given", () => {
  const page = renderElement("columns", { widths: [1, 2] });
  page.show({
    nodes: [
      { id: "c1", kind: "column", props: {} },
      { id: "t", kind: "text", props: { text: "left" } },
    ],
    children: { n1: ["c1"], c1: ["t"] },
  });
  const template = screen.getByText("left").closest<HTMLElement>("[style]")?.style.getPropertyValue("--template");
  expect(template).toBe("minmax(0, 1fr) minmax(0, 2fr)");
});
