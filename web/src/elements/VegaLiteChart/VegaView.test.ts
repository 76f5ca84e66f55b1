import { expect, it, vi } from "vitest";
import type { Spec } from "../../spec/useSpec";
import type { Json } from "../../wire/types";
import { column, windowOf } from "../../testing/rows";
import { selectionOf, withSelection } from "./selection";
import { toSpecRows, type SpecData } from "./specRows";
import { themeConfig, VegaView } from "./VegaView";

const colours = { text: "#010101", muted: "#020202", line: "#030303" };
const data: SpecData = {
  name: "data",
  source: "s",
  rows: 3,
  columns: [column(0, "City", "text"), column(1, "People", "int32"), column(2, "Day", "date")],
};
const rows = toSpecRows(
  windowOf(
    data.columns,
    0,
    3,
    3,
    (row, { index }) => [["Oslo", "Bergen", "Hamar"][row], row + 1, row * 365][index] ?? null,
  ),
);
const kinds = { pick: "point", brush: "interval" };

const spec: Spec = {
  mark: "point",
  params: [
    { name: "pick", select: { type: "point", fields: ["City"] } },
    { name: "brush", select: { type: "interval", encodings: ["x"] } },
  ],
  encoding: { x: { field: "Day", type: "temporal" }, y: { field: "People", type: "quantitative" } },
};

async function draw(drawn: Spec, onError = vi.fn(), onTip = vi.fn()): Promise<VegaView> {
  const view = new VegaView({
    spec: drawn,
    theme: themeConfig(colours, "light"),
    data,
    rows,
    container: null,
    width: 600,
    height: undefined,
    onTip,
    onError,
  });
  await view.draw();
  return view;
}

const widthOf = async (view: VegaView): Promise<string | undefined> =>
  /width="(\d+)"/.exec(await view.view.toSVG())?.[1];

const selected = (view: VegaView): Json | undefined =>
  selectionOf("o1", kinds, (name) => view.view.signal(name) as unknown, view.find, data);

it("draws the script's rows without making code of text, in the width there is", async () => {
  const view = await draw(spec);
  expect(view.view.data("data")).toHaveLength(3);
  expect(await widthOf(view)).toBe("600");
  await view.resize(300);
  expect(await widthOf(view)).toBe("300");
  view.dispose();
});

it("leaves a width and a height of its own to the specification, and its colours", async () => {
  const view = await draw({ ...spec, width: 123, height: 77, config: { axis: { labelColor: "#abcdef" } } });
  const svg = await view.view.toSVG();
  expect(svg).toContain("#abcdef");
  expect(svg).toContain("#020202");
  expect(view.view.height()).toBeLessThanOrEqual(77);
  await view.resize(900);
  expect(await widthOf(view)).toBe("123");
  view.dispose();
});

it("gives names one under the other a line each", async () => {
  const view = await draw({
    mark: "bar",
    encoding: { y: { field: "City", type: "nominal" }, x: { field: "People", type: "quantitative" } },
  });
  expect(view.view.height()).toBeLessThan(100);
  view.dispose();
});

it("tells what is selected, and shows it again when it is drawn anew", async () => {
  const value: Json = {
    of: "o1",
    params: {
      pick: [{ City: "Oslo" }, { City: "Hamar" }],
      brush: { Day: ["1970-02-01T00:00:00.000", "1971-06-01T12:30:00.000"] },
    },
  };
  expect(selected(await draw(spec))).toBeNull();
  expect(selected(await draw(withSelection(spec, value, "o1", data)))).toEqual(value);
  expect(selected(await draw(withSelection(spec, value, "o2", data)))).toBeNull();
});

it("tells all fields of a point that was selected whole", async () => {
  const whole: Spec = { ...spec, params: [{ name: "pick", select: "point" }] };
  const view = await draw(
    withSelection(whole, { of: "o1", params: { pick: [{ _vgsid_: 2, City: "Bergen" }] } }, "o1", data),
  );
  expect(selectionOf("o1", { pick: "point" }, (name) => view.view.signal(name) as unknown, view.find, data)).toEqual({
    of: "o1",
    params: { pick: [{ _vgsid_: 2, City: "Bergen", People: 2, Day: "1971-01-01T00:00:00.000" }] },
  });
});

it("takes more points than the server does for too many", () => {
  const or = Array.from({ length: 10_001 }, (_, index) => ({ a: index }));
  expect(
    selectionOf(
      "o1",
      { pick: "point" },
      () => ({ vlPoint: { or } }),
      () => undefined,
      undefined,
    ),
  ).toBeUndefined();
});

it.each([
  [{ data: { url: "https://example.org/a.json" }, mark: "bar" }, "https://example.org/a.json"],
  [
    {
      mark: { type: "image", url: "https://example.org/a.png" },
      encoding: { x: { field: "People", type: "quantitative" } },
    },
    "https://example.org/a.png",
  ],
] as [Spec, string][])("fetches nothing", async (drawn, address) => {
  const fetched = vi.fn();
  vi.stubGlobal("fetch", fetched);
  const onError = vi.fn();
  const view = await draw(drawn, onError);
  await view.view.toSVG().catch(() => undefined);
  expect(fetched).not.toHaveBeenCalled();
  expect(onError).toHaveBeenCalledWith(
    expect.stringContaining(`It fetches "${address}". A page fetches nothing from other places.`),
  );
});
