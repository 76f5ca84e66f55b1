import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderElement } from "../../testing/openPage";

const text = (id: string) => ({ id, kind: "text", props: { text: id } });

it.each(["container", "column", "main", "sidebar"])("a %s shows its children in order", (kind) => {
  const page = renderElement(kind, {});
  page.show({ nodes: [text("a"), text("b")], children: { n1: ["b", "a"] } });
  expect(screen.getAllByText(/^[ab]$/).map((child) => child.textContent)).toEqual(["b", "a"]);
});

it("moves a child without drawing it anew", () => {
  const page = renderElement("container", {});
  page.show({ nodes: [text("a"), text("b")], children: { n1: ["a", "b"] } });
  const before = screen.getByText("a");
  page.show({ children: { n1: ["b", "a"] } });
  expect(screen.getByText("a")).toBe(before);
});
