import { formatCell } from "../../rows/format";
import type { Shown } from "../Chart/Canvas";
import { toX } from "../Chart/chartRows";
import type { HistogramProps } from "./Histogram";

/** The bins as a chart has its rows: one each, standing at its middle. */
export function histogramShown({ type, edges, series, xLabel, yLabel, height, description }: HistogramProps): Shown {
  const names = series.map((one) => one.name);
  const ends = edges.map((edge) => Number(toX(edge, type)));
  const from = (bin: number): number => ends[bin] ?? NaN;
  const middle = (bin: number): number => (from(bin) + from(bin + 1)) / 2;
  // An edge of whole numbers may lie between two of them.
  const text = (bin: number): string =>
    formatCell(edges[bin] ?? null, type === "int64" || type === "decimal" ? "float64" : type);
  return {
    stretch: null,
    props: {
      mark: "histogram",
      source: "",
      rows: edges.length - 1,
      x: { index: 0, name: names.length === 1 ? (names[0] ?? "") : "", type },
      y: names.map((name, at) => ({ index: at + 1, name, type: "int64" })),
      xLabel,
      yLabel: yLabel ?? "count",
      height,
      description,
    },
    rows: {
      count: edges.length - 1,
      x: middle,
      xText: (bin) => `${text(bin)} – ${text(bin + 1)}`,
      yText: (bin, at) => formatCell(series[at]?.counts[bin] ?? null, "int64"),
      points: series.flatMap(({ name, counts }) =>
        counts.map((y, bin) => ({ x: middle(bin), y, series: name, row: bin, from: from(bin), to: from(bin + 1) })),
      ),
    },
  };
}
