import type { Page } from "../page/Page";
import { reasonOf } from "./fetchRows";
import { readLines } from "./readLines";
import { viewParams, type ViewQuery } from "./viewQuery";

/** Has the server find the rows of a view, and gives how many there are. Hanging up ends the search. */
export async function openView(
  page: Page,
  source: string,
  query: ViewQuery,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const response = await fetch(page.rowsUrl(source, viewParams(query), "/view"), { signal });
  if (!response.ok || response.body === null) throw new Error(await reasonOf(response));
  for await (const said of readLines<{ done?: number; rows?: number }>(response.body)) {
    if (said.rows !== undefined) return said.rows;
    progress(said.done ?? 0);
  }
  throw new Error("The server broke off its search for the rows.");
}
