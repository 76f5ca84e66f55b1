import type { Page } from "../../page/Page";
import { fetchAllRows } from "../../rows/fetchRows";
import type { RowWindow } from "../../wire/rows";
import type { Column } from "../../wire/types";

export type MapProps = {
  source: string;
  rows: number;
  columns: Column[];
  size?: string;
  color?: string;
  labels?: string[];
  height?: number;
  description: string;
};

/** A point as it is drawn; `color` is the place of its label. */
export type MapPoint = { latitude: number; longitude: number; radius: number; color: number };

export async function fetchPoints(page: Page, props: MapProps, signal: AbortSignal): Promise<MapPoint[]> {
  const windows = await fetchAllRows(page, props, signal);
  return windows.flatMap((window) => pointsOf(props, window));
}

/** Small points are as large as can be pointed at; without sizes all are. */
function pointsOf({ columns, rows }: MapProps, window: RowWindow): MapPoint[] {
  const read = (name: string, row: number): number | undefined => {
    const at = columns.findIndex((column) => column.name === name);
    return at < 0 ? undefined : Number(window.columns[at]?.get(row));
  };
  return Array.from({ length: window.count }, (_, row) => {
    const size = read("size", row);
    return {
      latitude: read("latitude", row) ?? NaN,
      longitude: read("longitude", row) ?? NaN,
      radius: size === undefined ? (rows > 1000 ? 3 : 5) : 3 + 15 * size,
      color: read("color", row) ?? 0,
    };
  });
}
