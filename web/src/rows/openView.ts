import type { Page } from "../page/Page";
import { reasonOf } from "./fetchRows";
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
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    text += value ?? "";
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const said = JSON.parse(line) as { done?: number; rows?: number };
      if (said.rows !== undefined) return said.rows;
      progress(said.done ?? 0);
    }
    if (done) throw new Error("The server broke off its search for the rows.");
  }
}
