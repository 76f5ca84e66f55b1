import { act, fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderElement } from "../../testing/openPage";

const exception = {
  title: "System.FormatException",
  message: "“n/a” is not a number.",
  frames: [
    { method: "Load(String path)", file: "explore.cs", line: 31 },
    { method: "Main", file: "explore.cs" },
    { method: "Invoke" },
  ],
};

it("shows the message and the user's own frames", () => {
  renderElement("exception", exception);
  expect(screen.getByRole("alert", { name: "System.FormatException" }).textContent).toContain("“n/a” is not a number.");
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    "Load(String path)explore.cs:31",
    "Mainexplore.cs",
    "Invoke",
  ]);
});

it("is copied as text", async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  renderElement("exception", { ...exception, reference: "7f3a" });
  await act(() => Promise.resolve(fireEvent.click(screen.getByRole("button", { name: "Copy" }))));
  expect(writeText).toHaveBeenCalledWith(
    "System.FormatException: “n/a” is not a number.\n" +
      "   at Load(String path) in explore.cs:31\n   at Main in explore.cs\n   at Invoke\nreference 7f3a",
  );
  expect(screen.getByRole("button", { name: "Copied" })).toBeDefined();
});

it("leads to the log and to help", () => {
  renderElement("exception", { ...exception, frames: [], reference: "7f3a", help: "docs/RFN0012" });
  expect(screen.getByText("7f3a").tagName).toBe("CODE");
  expect(screen.getByRole("link").getAttribute("href")).toBe("docs/RFN0012");
});
