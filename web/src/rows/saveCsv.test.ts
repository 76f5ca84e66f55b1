import { expect, it, vi } from "vitest";
import { OpenPage } from "../testing/openPage";
import { download, newName, stopFile, watchFile } from "./saveCsv";

it("gives each file another name that the server takes", () => {
  expect(newName()).toMatch(/^[a-z0-9-]{4,64}$/);
  expect(newName()).not.toBe(newName());
});

it("saves as a link does", () => {
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    expect([this.getAttribute("href"), this.download, this.isConnected]).toEqual([
      "rows/csv?export=a",
      "Cities.csv",
      true,
    ]);
  });
  download("rows/csv?export=a", "Cities.csv");
  expect(clicked).toHaveBeenCalledOnce();
  expect(document.querySelector("a")).toBeNull();
});

it("tells how far a file is, and ends it", async () => {
  const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() =>
    Promise.resolve(new Response('{}\n{"rows":4,"written":2}\n{"rows":4,"written":4,"end":"done"}\n')),
  );
  vi.stubGlobal("fetch", asked);
  const { page } = new OpenPage();
  const told = vi.fn();
  await watchFile(page, "s1", "a-1", told, new AbortController().signal);
  expect(told.mock.calls).toEqual([[{}], [{ rows: 4, written: 2 }], [{ rows: 4, written: 4, end: "done" }]]);
  await stopFile(page, "s1", "a-1");
  expect(asked.mock.calls.map(([url, init]) => [url.replace(/^.*\/s1/, ""), init.method])).toEqual([
    ["/csv/a-1?", undefined],
    ["/csv/a-1?", "DELETE"],
  ]);
});
