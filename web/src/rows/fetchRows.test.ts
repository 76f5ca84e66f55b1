import { expect, it, vi } from "vitest";
import { OpenPage } from "../testing/openPage";
import { column, serveRows } from "../testing/rows";
import { fetchRows } from "./fetchRows";
import { wholeView } from "./viewQuery";

const signal = new AbortController().signal;
const query = { source: "a/b", from: 10, count: 5, columns: [0, 2] };

it("asks for a window of the session's source", async () => {
  const { page } = new OpenPage();
  const server = serveRows([column(0, "a", "int32"), column(2, "c", "text")], 12, (row) => row);
  const fetch = vi.fn(server.fetch);
  vi.stubGlobal("fetch", fetch);
  const window = await fetchRows(
    page,
    { ...query, columns: [0], view: { ...wholeView, sort: { column: 2, descending: true } } },
    signal,
  );
  expect(fetch.mock.calls[0]?.[0]).toBe("_refrain/rows/s1/a%2Fb?from=10&count=5&columns=0&sort=2&descending=true");
  expect([window.count, window.columns[0]?.get(1)]).toEqual([2, 11]);
});

it.each([
  [404, "", "The server no longer has these rows. Press R to run the page again."],
  [400, "At most 1,000 rows a window.", "At most 1,000 rows a window."],
  [502, "<html>proxy</html>", "The server answered 502 to the question for rows."],
])("says why an answer %d has no rows", async (status, body, message) => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { status })));
  await expect(fetchRows(new OpenPage().page, query, signal)).rejects.toThrow(message);
});
