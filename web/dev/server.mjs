// Serves the built front end with a page played from script.mjs, to look at it without the server: npm run build && npm run dev
// /           the gallery
// /page       every element; ?scene=loading, spinner, overlay, refused, empty, stopped shows that state

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { WebSocketServer } from "ws";
import { encodeRows } from "./rows.mjs";
import { cell, page, seriesColumns, tableColumns } from "./script.mjs";

const dist = join(import.meta.dirname, "../dist");
const types = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws:";

const gallery = {
  title: "Pages from plain C# scripts",
  intro: "Each sample is one short script. Open one, move its widgets, and read its source beside it.",
  samples: [
    { path: "page/", title: "Hello", description: "Ten lines: a title, a slider and what it says.", icon: "hand" },
    {
      path: "page/",
      title: "Explore",
      description: "A dashboard on 200,000 flights. The slow load runs once.",
      icon: "compass",
    },
    {
      path: "page/",
      title: "Two users",
      description: "One list, two caches: what each attribute shares and what it copies.",
      icon: "users",
    },
    {
      path: "page/",
      title: "Dropped column",
      description: "Change a cached frame in place, and see who notices.",
      icon: "table",
    },
  ],
};

const html = async (base, config) =>
  (await readFile(join(dist, "index.html"), "utf8"))
    .replace("<!--refrain-base-->", `<base href="${base}/" />`)
    .replace(
      "<!--refrain-config-->",
      `<script type="application/json" id="refrain">${JSON.stringify(config)}</script>`,
    );

async function answer(url) {
  const path = url.pathname;
  if (path === "/") return [await html("", { title: "Refrain", base: "", development: true, gallery }), "text/html"];
  if (path === "/page/") {
    const config = {
      title: "Flights",
      base: "/page",
      development: true,
      source: { name: "explore.cs" },
      home: { path: "/", title: "Gallery" },
    };
    return [await html("/page", config), "text/html"];
  }
  if (path === "/page/_refrain/source") return [source, "text/plain"];
  if (path.includes("/_refrain/rows/")) return [rows(url), "application/octet-stream"];
  const asset = path.match(/\/_refrain\/assets\/([\w.-]+)$/);
  if (asset) return [await readFile(join(dist, "_refrain/assets", asset[1])), types[extname(path)]];
  return null;
}

function rows(url) {
  const name = decodeURIComponent(url.pathname.split("/").at(-1));
  const query = Object.fromEntries(url.searchParams);
  const known = name === "table" ? tableColumns : seriesColumns;
  const total = name === "table" ? 1_000_000 : 4000;
  const from = Number(query.from);
  const backwards = query.descending === "true";
  return encodeRows({
    from,
    count: Math.min(Number(query.count), total - from),
    total,
    columns: query.columns.split(",").map((index) => known[index]),
    cell: (row, column) => cell(name, backwards ? total - 1 - row : row, column),
  });
}

const server = createServer((request, response) => {
  answer(new URL(request.url, "http://localhost"))
    .then((found) => {
      if (found === null) return response.writeHead(404).end("not here");
      response.writeHead(200, { "content-type": found[1], "content-security-policy": policy }).end(found[0]);
    })
    .catch((error) => response.writeHead(500).end(String(error)));
});

new WebSocketServer({ server }).on("connection", (socket) => {
  const values = { hour: 17, range: [200, 1800], airport: 0, carrier: 1, name: "", limit: 500, late: true };
  let frame = 0;
  let run = 0;
  const send = (message) => socket.send(JSON.stringify({ type: "frame", frame: ++frame, ...message }));
  const draw = (seq) => {
    run += 1;
    send({ run: { number: run, state: "done" }, ...page(values, run), spinners: [], ...(seq ? { seq } : {}) });
  };
  const scenes = {
    loading: () => send({ reset: true, run: { number: 1, state: "running" } }),
    spinner: () => {
      draw();
      send({
        run: { number: ++run, state: "running" },
        fresh: { main: 3, metrics: 3, m0: 1, m1: 1, m2: 1 },
        spinners: [{ id: "1", text: 'Running `LoadFlights("flights-200k.json")`', showTime: true, elapsed: 2.4 }],
      });
    },
    overlay: () => {
      draw();
      send({
        overlay: {
          title: "explore.cs does not compile",
          diagnostics: [
            {
              file: "explore.cs",
              line: 12,
              column: 20,
              id: "CS0103",
              message: "The name 'dta' does not exist in the current context",
              text: '    Ui.DataFrame(dta.Where("Hour", hour));',
            },
          ],
        },
      });
    },
    refused: () =>
      socket.send(
        JSON.stringify({ type: "refused", reason: "This server has as many sessions as it may. Try again later." }),
      ),
    empty: () => send({ reset: true, run: { number: 1, state: "done" } }),
    stopped: () => send({ reset: true, run: { number: 1, state: "stopped" } }),
  };
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.type === "hello") {
      socket.send(JSON.stringify({ type: "welcome", session: "dev", resumed: false }));
      send({ reset: true });
      const scene = scenes[new URLSearchParams(message.query).get("scene")];
      if (scene) scene();
      else draw();
    } else if (message.type === "input") {
      for (const input of message.inputs) if ("value" in input) values[input.id] = input.value;
      draw(message.seq);
    } else if (message.type === "rerun") draw();
    else if (message.type === "stop") send({ run: { number: run, state: "stopped" }, spinners: [] });
  });
});

const source = `// Ten years of flights.
#:package Refrain@0.1.0
using Refrain;

Ui.Title("Flights in the first quarter");
var flights = LoadFlights("flights-200k.json");
var hour = Ui.Sidebar.Slider("Hour of the day", 0, 23, 17);

Ui.LineChart(flights.Where("Hour", hour).GroupBy("Day").Count());
Ui.DataFrame(flights);

[CacheData(Ttl = "1h", Spinner = "Loading flights...")]
static DataFrame LoadFlights(string path) => DataFrame.ReadCsv(path);
`;

server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
