import { act, render, screen } from "@testing-library/react";
import { lazy } from "react";
import { expect, it } from "vitest";
import type { ElementView } from "../registry";
import { Loading } from "./Loading";

it("keeps the element's room until its code is there", async () => {
  let arrive: (module: { default: ElementView }) => void = () => undefined;
  const Element = Loading(lazy<ElementView>(() => new Promise((resolve) => (arrive = resolve))));
  render(<Element node={{ id: "n1", kind: "chart", props: { height: 120 } }} />);
  expect(screen.getByRole("status", { name: "Loading" }).style.height).toBe("120px");
  await act(async () => {
    arrive({ default: ({ node }) => <p>{node.kind}</p> });
    await Promise.resolve();
  });
  expect(screen.getByText("chart")).toBeDefined();
  expect(screen.queryByRole("status")).toBeNull();
});
