import type { TopLevelSpec } from "vega-lite";
import { isNumeric } from "../../rows/format";
import { isTime, type ChartProps, type ChartRows, type Stretch } from "./chartProps";

export type ChartColours = Record<"text" | "muted" | "line", string> & { series: readonly string[] };

/** Whole numbers on the x axis of a bar chart each get a bar of their own, up to so many. */
const separateBars = 120;

export type XScale = "utc" | "quantitative" | "discrete";

export function xScaleOf({ x, mark }: ChartProps, rows: number): XScale {
  if (isTime(x.type)) return "utc";
  if (!isNumeric(x.type) && x.type !== "timeSpan") return "discrete";
  return mark === "bar" && rows <= separateBars ? "discrete" : "quantitative";
}

/** Whether a stretch of the x axis can be looked at more closely. */
export const canZoom = (props: ChartProps, rows: number): boolean =>
  props.mark !== "bar" && props.mark !== "histogram" && xScaleOf(props, rows) !== "discrete";

/** What the chart looks like, without its data: two charts of equal specification differ in data alone, and only that is replaced. */
export function chartSpec(
  props: ChartProps,
  rows: ChartRows,
  colours: ChartColours,
  width: number,
  stretch: Stretch | null = null,
): TopLevelSpec {
  const { mark, x, y, xLabel, yLabel, description } = props;
  const scale = xScaleOf(props, rows.count);
  const several = y.length > 1;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    width: 100,
    height: 100,
    autosize: { type: "fit", contains: "padding" },
    padding: { left: 4, right: 8, top: 4, bottom: 4 },
    background: "transparent",
    params: [{ name: "bar", value: 12 }],
    data: { name: "points", values: [] },
    mark: { ...markOf(props, scale, rows.count, colours), ...(stretch && { clip: true }) },
    encoding: {
      x: {
        field: mark === "histogram" ? "from" : "x",
        type:
          scale === "utc"
            ? "temporal"
            : scale === "quantitative"
              ? "quantitative"
              : isNumeric(x.type)
                ? "ordinal"
                : "nominal",
        title: xLabel ?? (x.name || null),
        sort: scale === "discrete" && !isNumeric(x.type) ? null : undefined,
        scale:
          scale === "discrete"
            ? {}
            : {
                ...(scale === "utc" ? { type: "utc" } : { zero: false, nice: mark === "point" }),
                // As expressions: what Vega-Lite makes of numbers in a domain of times, the interpreter reads as years.
                ...(stretch && {
                  domainMin: { expr: String(stretch.from) },
                  domainMax: { expr: String(stretch.to) },
                  nice: false,
                }),
              },
        axis: {
          grid: mark === "point",
          ...(scale === "discrete" && labelling(rows, width)),
          ...(scale === "quantitative" && { labelExpr: shortNumber("~g") }),
        },
      },
      ...(mark === "histogram" && { x2: { field: "to" }, y2: { datum: 0 } }),
      y: {
        field: "y",
        type: "quantitative",
        title: yLabel ?? (several ? null : (y[0]?.name ?? null)),
        scale: { zero: mark !== "line" && mark !== "point", nice: true },
        axis: { domain: false, labelExpr: shortNumber(",.6~g") },
        ...((mark === "bar" || mark === "area") && several ? { stack: "zero" as const } : { stack: null }),
      },
      ...(several && {
        color: {
          field: "series",
          type: "nominal" as const,
          title: null,
          sort: null,
          scale: { domain: y.map((series) => series.name), range: colours.series.slice(0, y.length) },
        },
      }),
    },
    config: {
      font: '"Inter Variable", system-ui, sans-serif',
      view: { stroke: null },
      axis: {
        labelColor: colours.muted,
        titleColor: colours.muted,
        gridColor: colours.line,
        domainColor: colours.line,
        tickColor: colours.line,
        ticks: false,
        labelPadding: 8,
        titlePadding: 10,
        labelFontSize: 12,
        titleFontSize: 12,
        titleFontWeight: 500,
        labelOverlap: true,
        labelLimit: 140,
      },
      axisY: { tickCount: { expr: "max(2, ceil(height / 56))" } },
      axisX: { tickCount: { expr: "max(2, ceil(width / 90))" } },
      legend: {
        orient: "top",
        direction: "horizontal",
        labelColor: colours.text,
        labelFontSize: 12,
        symbolType: mark === "line" ? "stroke" : "circle",
        symbolStrokeWidth: mark === "line" ? 3 : 0,
        symbolSize: 80,
        offset: 12,
        columns: { expr: "max(1, floor(width / 130))" },
      },
    },
  } as TopLevelSpec;
}

function markOf({ mark, y }: ChartProps, scale: XScale, rows: number, colours: ChartColours): object {
  const colour = y.length > 1 ? {} : { color: colours.series[0] };
  switch (mark) {
    case "line":
      return { type: "line", strokeWidth: 2, strokeJoin: "round", point: rows === 1, ...colour };
    case "area":
      return { type: "area", line: { strokeWidth: 2, ...colour }, opacity: y.length > 1 ? 0.75 : 0.25, ...colour };
    case "point":
      return { type: "point", filled: true, size: 36, opacity: 0.7, ...colour };
    case "histogram":
      return { type: "rect", x2Offset: rows > 200 ? 0 : -1, opacity: y.length > 1 ? 0.6 : 1, ...colour };
    case "bar":
      return {
        type: "bar",
        cornerRadiusEnd: 2,
        ...(scale === "discrete" ? { width: { band: 0.8 } } : { width: { expr: "bar" } }),
        ...colour,
      };
  }
}

/** Large numbers as 12k and 3.4M, the rest as they are. */
const shortNumber = (format: string): string =>
  `abs(datum.value) >= 10000 ? format(datum.value, '.3~s') : format(datum.value, '${format}')`;

/** Names that would not stand side by side stand at a slant; all of them, as long as there is a line's height for each. */
function labelling(rows: ChartRows, width: number): { labelAngle: number; labelOverlap: boolean } {
  const texts = Array.from({ length: Math.min(rows.count, 60) }, (_, row) => rows.xText(row).length);
  const needed = Math.max(0, ...texts) * 7 + 12;
  const slanted = needed > 40 && needed * rows.count > width;
  return { labelAngle: slanted ? -35 : 0, labelOverlap: !(slanted && rows.count * 16 < width) };
}
