import type { Theme as GridTheme } from "@glideapps/glide-data-grid";
import { useMemo } from "react";
import { resolveColours } from "../../theme/colour";
import { useTheme, type Theme } from "../../theme/theme";

const names = [
  "page",
  "sunken",
  "raised",
  "hover",
  "text",
  "muted",
  "line",
  "accent",
  "accent-soft",
  "on-accent",
] as const;

/** The grid is painted on a canvas and so must be told its colours. */
export function useGridTheme(): Partial<GridTheme> {
  const theme = useTheme();
  return useMemo(() => gridTheme(theme), [theme]);
}

function gridTheme(theme: Theme): Partial<GridTheme> {
  const colour = resolveColours(names, theme);
  return {
    accentColor: colour.accent,
    accentFg: colour["on-accent"],
    accentLight: colour["accent-soft"],
    textDark: colour.text,
    textMedium: colour.muted,
    textLight: colour.muted,
    textHeader: colour.muted,
    textHeaderSelected: colour["on-accent"],
    bgCell: colour.raised,
    bgCellMedium: colour.sunken,
    bgHeader: colour.sunken,
    bgHeaderHasFocus: colour.hover,
    bgHeaderHovered: colour.hover,
    borderColor: colour.line,
    horizontalBorderColor: colour.line,
    drilldownBorder: colour.line,
    linkColor: colour.accent,
    fontFamily: '"Inter Variable", system-ui, sans-serif',
    baseFontStyle: "13px",
    headerFontStyle: "600 13px",
    markerFontStyle: "11px",
    editorFontSize: "13px",
  };
}
