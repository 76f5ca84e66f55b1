import { expect, it } from "vitest";
import { readPageConfig } from "./config";

const parse = (html: string): Document => new DOMParser().parseFromString(html, "text/html");

it("reads what the server inlined", () => {
  const document = parse(
    '<script type="application/json" id="refrain">{"title":"Sales","base":"/sales","development":true}</script>',
  );
  expect(readPageConfig(document)).toEqual({ title: "Sales", base: "/sales", development: true });
});

it("is a page at the root where nothing was inlined", () => {
  expect(readPageConfig(parse("<title>Here</title>"))).toEqual({ title: "Here", base: "", development: false });
});
