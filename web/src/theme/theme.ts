import { useSyncExternalStore } from "react";

export type ThemeChoice = "system" | "light" | "dark";
export type Theme = "light" | "dark";

const key = "refrain theme";
const systemIsDark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

export function getThemeChoice(): ThemeChoice {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

export function setThemeChoice(choice: ThemeChoice): void {
  show(choice);
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Where storage is forbidden the choice lasts for this visit only.
  }
  for (const listener of [...listeners]) listener();
}

/** Shows the theme chosen on an earlier visit. */
export function restoreTheme(): void {
  try {
    const chosen = localStorage.getItem(key);
    if (chosen === "light" || chosen === "dark") show(chosen);
  } catch {
    // Where storage is forbidden the system's preference stands.
  }
}

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, getThemeChoice);

/** The theme on the screen, for what is painted on a canvas. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, getTheme);

function getTheme(): Theme {
  const choice = getThemeChoice();
  return choice === "system" ? (systemIsDark().matches ? "dark" : "light") : choice;
}

function show(choice: ThemeChoice): void {
  if (choice === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

function subscribe(listener: () => void): () => void {
  const system = systemIsDark();
  listeners.add(listener);
  system.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener("change", listener);
  };
}
