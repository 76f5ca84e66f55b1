import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { ThemeSwitch } from "./ThemeSwitch";
import { restoreTheme, setThemeChoice, useTheme } from "./theme";

const pressed = () =>
  screen.getAllByRole("button", { pressed: true }).map((button) => button.ariaLabel ?? button.title);
const Shown = () => <p>{useTheme()}</p>;

it("follows the system until one is chosen", () => {
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  render(<Shown />);
  expect(screen.getByText("dark")).toBeDefined();
  act(() => setThemeChoice("light"));
  expect(screen.getByText("light")).toBeDefined();
  act(() => setThemeChoice("system"));
  expect(screen.getByText("dark")).toBeDefined();
});

it("is chosen by the switch and restored on the next visit", () => {
  render(<ThemeSwitch />);
  expect(pressed()).toEqual(["As the system"]);
  fireEvent.click(screen.getByRole("button", { name: "Dark" }));
  expect(pressed()).toEqual(["Dark"]);
  expect(document.documentElement.dataset.theme).toBe("dark");
  delete document.documentElement.dataset.theme;
  restoreTheme();
  expect(document.documentElement.dataset.theme).toBe("dark");
});

it("works where storage is forbidden", () => {
  const forbid = () => {
    throw new DOMException("no storage");
  };
  vi.stubGlobal("localStorage", { getItem: forbid, setItem: forbid, clear: () => undefined });
  restoreTheme();
  setThemeChoice("dark");
  expect(document.documentElement.dataset.theme).toBe("dark");
});
