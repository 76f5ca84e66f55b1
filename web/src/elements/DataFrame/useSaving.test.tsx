import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { PageContext } from "../../page/PageContext";
import { OpenPage } from "../../testing/openPage";
import { SavingNote } from "./SavingNote";
import { useSaving } from "./useSaving";

afterEach(() => vi.useRealTimers());

/** A server that says of one file what the test has it say. */
function serve() {
  const encoder = new TextEncoder();
  let line: ReadableStreamDefaultController<Uint8Array> | null = null;
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => {
    asked.push(`${init.method ?? "GET"} ${url.replace(/^.*\/s1/, "").replace(/[a-z0-9-]+\?$/, "NAME")}`);
    if (init.method === "DELETE") return Promise.resolve(new Response(null, { status: 204 }));
    return Promise.resolve(new Response(new ReadableStream({ start: (controller) => void (line = controller) })));
  });
  return {
    asked,
    say: (text: string) =>
      act(async () => {
        line?.enqueue(encoder.encode(`${text}\n`));
        await vi.advanceTimersByTimeAsync(0);
      }),
    breakOff: () =>
      act(async () => {
        line?.error(new TypeError("lost"));
        await vi.advanceTimersByTimeAsync(0);
      }),
  };
}

function Table() {
  const { saving, save, stop } = useSaving("s1");
  return (
    <>
      <button onClick={() => save("rows/s1/csv?columns=0", "Cities.csv")}>Save</button>
      <SavingNote saving={saving} onStop={stop} />
    </>
  );
}

async function open() {
  vi.useFakeTimers();
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.getAttribute("href") ?? "");
  });
  const server = serve();
  render(
    <PageContext value={new OpenPage().page}>
      <Table />
    </PageContext>,
  );
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await vi.advanceTimersByTimeAsync(0);
  });
  return { ...server, saved };
}

const spoken = (): string | null => screen.getByRole("status").textContent;

it("says how far the file is, and for a while that it is saved", async () => {
  const { say, saved } = await open();
  expect(saved).toEqual([expect.stringMatching(/^rows\/s1\/csv\?columns=0&export=[a-z0-9-]+$/)]);
  expect(spoken()).toBe("Saving as CSV");
  await say("{}");
  expect(screen.getByRole("progressbar").getAttribute("value")).toBeNull();
  await say('{"rows":2000,"written":500}');
  expect(screen.getByRole("progressbar").getAttribute("value")).toBe("500");
  expect(screen.getByText("500 of 2,000 rows")).toBeDefined();
  await say('{"rows":2000,"written":2000,"end":"done"}');
  expect(spoken()).toBe("2,000 rows saved as CSV");
  expect(screen.queryByRole("progressbar")).toBeNull();
  act(() => void vi.advanceTimersByTime(8_000));
  expect(spoken()).toBe("");
});

it("has the server end a file that is no longer wanted", async () => {
  const { say, asked } = await open();
  await say('{"rows":2000,"written":500}');
  fireEvent.click(screen.getByRole("button", { name: "Cancel saving as CSV" }));
  expect(asked).toEqual(["GET /csv/NAME", "DELETE /csv/NAME"]);
  expect(spoken()).toBe("Saving as CSV");
  await say('{"rows":2000,"written":600,"end":"stopped"}');
  expect(spoken()).toBe("Saving was cancelled");
});

it("takes back at once what has not begun", async () => {
  const { say, asked } = await open();
  await say("{}");
  fireEvent.click(screen.getByRole("button", { name: "Cancel saving as CSV" }));
  expect(asked).toEqual(["GET /csv/NAME", "DELETE /csv/NAME"]);
  expect(spoken()).toBe("Saving was cancelled");
});

it("says that a file failed, and nothing when the line is lost", async () => {
  const { say, breakOff } = await open();
  await say('{"rows":2000,"written":600,"end":"failed"}');
  expect(spoken()).toBe("The server could not write the file");
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await vi.advanceTimersByTimeAsync(0);
  });
  await say('{"rows":2000,"written":600}');
  await breakOff();
  expect(spoken()).toBe("");
});
