import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Gallery } from "./Gallery";

const samples = [
  { path: "hello/", title: "Hello", description: "Ten lines.", icon: "hand" },
  { path: "other/", title: "Other", description: "No picture of its own.", icon: "unheard of" },
];

it("leads to every sample", () => {
  render(<Gallery gallery={{ title: "Samples", intro: "Short scripts.", samples }} />);
  expect(screen.getByRole("heading", { level: 1, name: "Samples" })).toBeDefined();
  const links = screen.getAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["hello/", "other/"]);
  expect(links[0]?.textContent).toBe("Hello Ten lines.");
});

it("says so when there are none", () => {
  render(<Gallery gallery={{ title: "Samples", intro: "", samples: [] }} />);
  expect(screen.getByText("There are no samples here yet.")).toBeDefined();
});
