import type { Page } from "../page/Page";
import { reasonOf } from "./fetchRows";
import { readLines } from "./readLines";

/** How far a file of rows is; without `rows` they are still being found. */
export type Saving = { rows?: number; written?: number; end?: "done" | "stopped" | "failed" };

/** A name by which the server knows a file that this browser saves. */
export const newName = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");

/**
 * Has the browser save a file as it does of any link: it goes to the disk as it comes, never through the page's memory, and the browser
 * shows it among its downloads. So the page knows nothing of it, and asks the server by the file's name.
 */
export function download(url: string, file: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = file;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Tells how far a file is until it has ended. */
export async function watchFile(
  page: Page,
  source: string,
  name: string,
  tell: (saving: Saving) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(page.rowsUrl(source, {}, `/csv/${name}`), { signal });
  if (!response.ok || response.body === null) throw new Error(await reasonOf(response));
  for await (const saving of readLines<Saving>(response.body)) tell(saving);
}

/** Ends a file at the server; the browser then shows the download as failed. */
export async function stopFile(page: Page, source: string, name: string): Promise<void> {
  await fetch(page.rowsUrl(source, {}, `/csv/${name}`), { method: "DELETE" });
}
