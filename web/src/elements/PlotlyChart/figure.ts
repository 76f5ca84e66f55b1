import type { Json } from "../../wire/types";
import type { Spec } from "../../spec/useSpec";
import type { Theme } from "../../theme/theme";
import { seriesColours } from "../Chart/seriesColours";

export type FigureColours = Record<"text" | "muted" | "line" | "page", string>;

export type Figure = { data: Json[]; layout: Record<string, unknown>; config: Record<string, unknown> };

export const usualHeight = 400;

/** The figure as it is drawn: in the page's looks where it has none of its own, and fetching nothing. */
export function toFigure(spec: Spec, colours: FigureColours, theme: Theme, height: number | undefined): Figure {
  const layout = (spec.layout ?? {}) as Spec;
  const own = layout.template as { layout?: object; data?: object } | undefined;
  const base = templateOf(colours, theme);
  return {
    data: (spec.data ?? []) as Json[],
    layout: {
      ...layout,
      template: { ...own, layout: { ...base, ...own?.layout } },
      height: height ?? layout.height ?? usualHeight,
      autosize: layout.width === undefined,
    },
    config: {
      displaylogo: false,
      ...(spec.config as object | undefined),
      responsive: false,
      plotlyServerURL: "",
      topojsonURL: "",
      showSendToCloud: false,
    },
  };
}

function templateOf(colours: FigureColours, theme: Theme): Record<string, unknown> {
  const axis = {
    automargin: true,
    gridcolor: colours.line,
    linecolor: colours.line,
    zerolinecolor: colours.line,
    title: { font: { color: colours.muted, size: 12 }, standoff: 12 },
    tickfont: { color: colours.muted, size: 12 },
  };
  const scene = { ...axis, backgroundcolor: "rgba(0,0,0,0)" };
  return {
    font: { family: '"Inter Variable", system-ui, sans-serif', color: colours.text, size: 12 },
    title: { font: { size: 15 }, x: 0, xref: "container", xanchor: "left", pad: { l: 8 } },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    colorway: [...seriesColours(theme)],
    margin: { l: 48, r: 16, t: 48, b: 40 },
    xaxis: axis,
    yaxis: axis,
    scene: { xaxis: scene, yaxis: scene, zaxis: scene },
    polar: { bgcolor: "rgba(0,0,0,0)", angularaxis: axis, radialaxis: axis },
    legend: { font: { color: colours.text } },
    hoverlabel: { bgcolor: colours.page, bordercolor: colours.line, font: { color: colours.text } },
    modebar: { bgcolor: "rgba(0,0,0,0)", color: colours.muted, activecolor: colours.text },
  };
}

export type EventPoint = { curveNumber: number; pointNumber?: number; pointNumbers?: number[]; pointIndex?: number };

/** More points than these the server refuses. */
export const mostPoints = 10_000;

/** The points of an event as they travel; a bar of a histogram stands for all it counts. Undefined when they are too many. */
export function pointsOf(of: string, points: readonly EventPoint[]): Json | undefined {
  const seen = new Set<string>();
  const found: [number, number][] = [];
  for (const { curveNumber, pointNumber, pointNumbers } of points) {
    for (const index of pointNumbers ?? (pointNumber === undefined ? [] : [pointNumber])) {
      const name = `${curveNumber} ${index}`;
      if (!seen.has(name)) found.push([curveNumber, index]);
      seen.add(name);
    }
  }
  if (found.length > mostPoints) return undefined;
  return found.length === 0 ? null : { of, points: found };
}

/** The traces with the points that are selected already. */
export function withSelection(data: readonly Json[], value: Json, of: string): Json[] {
  const selected = value as { of: string; points: [number, number][] } | null;
  if (selected?.of !== of) return [...data];
  return data.map((trace, number) => ({
    ...(trace as object),
    selectedpoints: selected.points.filter(([at]) => at === number).map(([, index]) => index),
  }));
}
