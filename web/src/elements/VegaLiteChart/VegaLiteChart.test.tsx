import { render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { change, renderElement } from "../../testing/openPage";
import { column, serveRows } from "../../testing/rows";
import { Tip } from "./Tip";
import { VegaView } from "./VegaView";

const props = {
  of: "o1",
  spec: { mark: "bar", encoding: { x: { field: "Hour", type: "ordinal" } } },
  data: { name: "data", source: "s1", rows: 1500, columns: [column(0, "Hour", "int32")] },
  description: "Trips by hour",
};

// jsdom has neither canvas nor layout; what is drawn is told by VegaView.test.ts, which does without them.
let drawn = 0;
beforeEach(() => {
  drawn = 0;
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({ setTransform: () => undefined } as never);
  vi.spyOn(VegaView.prototype, "draw").mockImplementation(() => {
    drawn++;
    return Promise.resolve();
  });
  vi.stubGlobal("fetch", serveRows(props.data.columns, 1500, (row) => row).fetch);
});

it("draws once its rows are there, with a text for who cannot see it", async () => {
  renderElement("vegaLiteChart", props);
  expect(await screen.findByRole("img", { name: "Trips by hour" })).toBeDefined();
  await waitFor(() => expect(drawn).toBe(1));
});

it("is drawn anew for another specification, and not for the same told again", async () => {
  const page = renderElement("vegaLiteChart", props);
  await waitFor(() => expect(drawn).toBe(1));
  change(page, "vegaLiteChart", { ...props, spec: { ...props.spec } });
  change(page, "vegaLiteChart", { ...props, of: "o2", spec: { ...props.spec, mark: "line" } });
  await waitFor(() => expect(drawn).toBe(2));
});

it("fetches a long specification beside the page", async () => {
  const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify(props.spec))));
  vi.stubGlobal("fetch", fetched);
  renderElement("vegaLiteChart", { of: "o1", blob: "abc", description: "d" });
  await waitFor(() => expect(drawn).toBe(1));
  expect(fetched).toHaveBeenCalledWith(expect.stringMatching(/^_refrain\/blobs\/[^/]+\/abc$/), expect.anything());
});

it("says what is wrong with a specification, where it would stand", async () => {
  const page = renderElement("vegaLiteChart", {
    ...props,
    spec: {
      mark: "bar",
      encoding: { x: { field: "Hour", type: "ordinal", scale: { type: "no" } } },
      params: [{ name: "a", select: "no" }],
    },
  });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("The chart could not be drawn");
  change(page, "vegaLiteChart", { ...props, of: "o2" });
  expect(await screen.findByRole("img", { name: "Trips by hour" })).toBeDefined();
});

it("says when it is no longer to be had", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  renderElement("vegaLiteChart", { of: "o1", blob: "abc", description: "d" });
  expect((await screen.findByRole("alert")).textContent).toContain(
    "The server no longer has this chart. Press R to run the page again.",
  );
});

it("tells what is under the pointer as text, whatever it looks like", () => {
  const { container } = render(
    <Tip x={1} y={2} value={{ "<b>name</b>": "<img src=x onerror=alert(1)>", list: [1, 2] }} />,
  );
  expect(container.querySelector("img, b")).toBeNull();
  expect(container.textContent).toBe("<b>name</b><img src=x onerror=alert(1)>list[1,2]");
});
