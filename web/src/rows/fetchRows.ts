import type { Page } from "../page/Page";
import { decodeRows, type RowWindow } from "../wire/rows";
import { viewParams, type ViewQuery } from "./viewQuery";

export type RowsQuery = {
  source: string;
  from: number;
  count: number;
  columns: number[];
  view?: ViewQuery;
};

/** No window may be longer; the server refuses it. */
const longestWindow = 1000;

export async function fetchRows(page: Page, query: RowsQuery, signal: AbortSignal): Promise<RowWindow> {
  const { source, from, count, columns, view } = query;
  const url = page.rowsUrl(source, {
    from: String(from),
    count: String(count),
    columns: columns.join(","),
    ...(view && viewParams(view)),
  });
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(await reasonOf(response));
  return decodeRows(await response.arrayBuffer());
}

/** All rows of a source, window by window. */
export function fetchAllRows(
  page: Page,
  { source, rows, columns }: { source: string; rows: number; columns: readonly { index: number }[] },
  signal: AbortSignal,
): Promise<RowWindow[]> {
  const places = columns.map(({ index }) => index);
  const starts = Array.from({ length: Math.ceil(rows / longestWindow) }, (_, window) => window * longestWindow);
  return Promise.all(
    starts.map((from) => {
      const count = Math.min(longestWindow, rows - from);
      return fetchRows(page, { source, from, count, columns: places }, signal);
    }),
  );
}

export async function reasonOf(response: Response): Promise<string> {
  if (response.status === 404) return "The server no longer has these rows. Press R to run the page again.";
  const text = (await response.text()).trim();
  return text !== "" && text.length < 300 && !text.startsWith("<")
    ? text
    : `The server answered ${response.status} to the question for rows.`;
}
