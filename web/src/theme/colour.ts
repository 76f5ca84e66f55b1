import type { Theme } from "./theme";

/** What the colours of the style sheet are in a theme, as a canvas understands them. */
export function resolveColours<Name extends string>(names: readonly Name[], theme: Theme): Record<Name, string> {
  const probe = document.createElement("span");
  probe.style.colorScheme = theme;
  document.body.append(probe);
  const colours = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return colours as Record<Name, string>;
}
