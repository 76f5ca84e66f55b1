import { expect, it, vi } from "vitest";
import type { Page } from "../page/Page";
import { openView } from "./openView";
import { wholeView } from "./viewQuery";

const page = {
  rowsUrl: (source: string, query: Record<string, string>, part: string) =>
    `rows/${source}${part}?${new URLSearchParams(query).toString()}`,
} as unknown as Page;

/** A server that says these pieces of text one after another. */
function answers(pieces: string[], status = 200) {
  const asked = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(() => {
    const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
    const body = new ReadableStream({
      pull(controller) {
        const next = bytes.shift();
        if (next) controller.enqueue(next);
        else controller.close();
      },
    });
    return Promise.resolve(new Response(body, { status }));
  });
  vi.stubGlobal("fetch", asked);
  return asked;
}

const open = (progress: (done: number) => void = () => undefined): Promise<number> =>
  openView(page, "s1", { ...wholeView, search: "oslo" }, progress, new AbortController().signal);

it("tells how far the search is, and gives the number of rows", async () => {
  const asked = answers(['{"done":0.25}\n{"do', 'ne":0.5}\n', '{"rows":42}\n']);
  const progress = vi.fn();
  expect(await open(progress)).toBe(42);
  expect(progress.mock.calls).toEqual([[0.25], [0.5]]);
  expect(asked.mock.calls[0]?.[0]).toBe("rows/s1/view?search=oslo");
});

it("says so when the server breaks off", async () => {
  answers(['{"done":0.25}\n']);
  await expect(open()).rejects.toThrow("The server broke off its search for the rows.");
});

it("says why the server refuses", async () => {
  answers([], 404);
  await expect(open()).rejects.toThrow("The server no longer has these rows.");
});
