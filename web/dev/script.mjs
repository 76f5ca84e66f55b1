// A page as a server would send it: every element once, driven by a few widgets.

const text = (html) => ({ html: `<p>${html}</p>` });

const column = (index, name, type) => ({ index, name, type });

export const tableColumns = [
  column(0, "When", "dateTime"),
  column(1, "Airport", "text"),
  column(2, "Year", "int32"),
  column(3, "Distance", "int64"),
  column(4, "Delay", "float64"),
  column(5, "Cost", "decimal"),
  column(6, "Cancelled", "bool"),
  column(7, "Day", "date"),
  column(8, "In the air", "timeSpan"),
];

export const seriesColumns = [
  column(0, "Hour", "int32"),
  column(1, "Arrivals", "int32"),
  column(2, "Departures", "float64"),
  column(3, "Day", "date"),
  column(4, "Airport", "text"),
];

const [hour, arrivals, departures, day, airport] = seriesColumns;

const field = (label, more = {}) => ({ label, disabled: false, labelVisibility: "visible", ...more });

/** Nodes and children of the page; `values` are the widgets'. */
export function page(values, run) {
  const nodes = [];
  const children = {};
  const put = (container, id, kind, props, value) => {
    nodes.push({ id, kind, props, ...(value === undefined ? {} : { value, revision: 1 }) });
    (children[container] ??= []).push(id);
    return id;
  };
  put("root", "main", "main", {});
  put("root", "sidebar", "sidebar", {});

  const side = (id, kind, props, value) => put("sidebar", id, kind, props, value);
  side("s-title", "heading", { level: 3, html: "Filter", anchor: "filter" });
  side(
    "hour",
    "slider",
    field("Hour of the day", { min: 0, max: 23, step: 1, decimals: 0, help: "Flights that left within this hour." }),
    values.hour,
  );
  side("range", "slider", field("Distance", { min: 0, max: 3000, step: 50, decimals: 0 }), values.range);
  side(
    "airport",
    "selectBox",
    field("Airport", { options: ["All airports", "Atlanta", "Boston", "Chicago O’Hare", "Denver"] }),
    values.airport,
  );
  side(
    "carrier",
    "selectBox",
    field("Carrier", { options: ["United", "Delta"], placeholder: "Any carrier" }),
    values.carrier,
  );
  side("name", "textInput", field("Flight", { placeholder: "AB 1234", password: false }), values.name);
  side("limit", "numberInput", field("Rows at most", { min: 0, max: 100000, step: 100, decimals: 0 }), values.limit);
  side("late", "checkbox", field("Only late flights", { help: "More than 15 minutes." }), values.late);
  side("reload", "button", { label: "Load again", disabled: false, style: "secondary" });

  const main = (id, kind, props, value) => put("main", id, kind, props, value);
  main("title", "heading", { level: 1, html: "Flights in the first quarter", anchor: "flights" });
  main(
    "intro",
    "markdown",
    text(
      "Each row is one flight. The load is <strong>cached</strong>: it ran <code>1</code> time, however often you move the slider. See <a href='#table'>the table</a>.",
    ),
  );
  main("metrics", "columns", { widths: [1, 1, 1] });
  for (const n of [0, 1, 2]) put("metrics", `m${n}`, "column", {});
  put("m0", "metric0", "metric", {
    label: "Flights",
    value: (200_000 + run * 7).toLocaleString("en"),
    delta: "4.1%",
    direction: "up",
  });
  put("m1", "metric1", "metric", {
    label: "Mean delay",
    value: "8.2 min",
    delta: "1.3 min",
    direction: "down",
    deltaColor: "inverse",
  });
  put("m2", "metric2", "metric", {
    label: "Executions of LoadFlights",
    value: "1",
    delta: "no change",
    direction: "flat",
    deltaColor: "off",
  });
  main("h-line", "heading", { level: 2, html: "Arrivals by hour", anchor: "arrivals" });
  main("line", "chart", {
    mark: "line",
    source: `series-${values.hour}`,
    rows: 240,
    x: hour,
    y: [arrivals, departures],
    description: "Arrivals and departures by hour",
  });
  main("pair", "columns", { widths: [1, 1] });
  for (const n of [0, 1]) put("pair", `p${n}`, "column", {});
  put("p0", "bar", "chart", {
    mark: "bar",
    source: `bars-${values.hour}`,
    rows: 8,
    x: airport,
    y: [arrivals],
    height: 260,
    description: "Arrivals by airport",
  });
  put("p1", "area", "chart", {
    mark: "area",
    source: `days-${values.hour}`,
    rows: 120,
    x: day,
    y: [departures],
    height: 260,
    description: "Departures by day",
  });
  main("h-table", "heading", { level: 2, html: "Every flight", anchor: "table" });
  main("grid", "dataFrame", { source: "table", rows: 1_000_000, columns: tableColumns, label: "Flights" });
  main("cap", "caption", text("Source: <a href='#'>Bureau of Transportation Statistics</a>, public domain."));
  main("div", "divider", {});
  for (const [severity, words] of [
    ["success", "Loaded 200,000 rows."],
    ["info", "The data ends in <strong>March</strong>."],
    ["warning", "12 rows have no destination."],
    ["error", "No column named <code>Lat</code>."],
  ])
    main(`a-${severity}`, "alert", { severity, ...text(words) });
  main("mono", "text", { text: "2001-01-01  06:00   ATL → BOS" });
  main("fields", "fields", {
    title: "Flight",
    fields: [
      { name: "Origin", value: "ATL" },
      { name: "Destination", value: "BOS" },
      { name: "Distance", value: "946" },
    ],
  });
  main("tree", "json", {
    json: {
      origin: "ATL",
      legs: [
        { to: "BOS", miles: 946, late: false },
        { to: "DEN", miles: 1754, late: null },
      ],
      tags: [],
    },
  });
  main("scatter", "chart", {
    mark: "point",
    source: "series-3",
    rows: 200,
    x: arrivals,
    y: [departures],
    height: 260,
    description: "Arrivals against departures",
  });
  main("none", "chart", {
    mark: "line",
    source: "none",
    rows: 0,
    x: hour,
    y: [arrivals],
    description: "Cancelled flights",
  });
  main("ex", "exception", {
    title: "System.FormatException",
    message: "Line 12, column “Lat”: “n/a” is not a number.",
    frames: [
      { method: "LoadFlights(String path)", file: "samples/explore.cs", line: 31 },
      { method: "Main", file: "samples/explore.cs", line: 8 },
    ],
    help: "#",
  });
  return { nodes, children };
}

const random = (seed) => {
  const x = Math.sin(seed * 12.9898) * 43758.5453;
  return x - Math.floor(x);
};

const airports = ["Atlanta", "Boston", "Chicago O’Hare", "Denver", "Los Angeles", "Miami", "New York JFK", "Seattle"];

export function cell(source, row, column) {
  if (source === "table") {
    switch (column.name) {
      case "When":
        return Date.UTC(2001, 0, 1) + row * 60_000;
      case "Airport":
        return row % 11 === 3 ? null : airports[row % 8];
      case "Year":
        return 2001 + (row % 5);
      case "Distance":
        return BigInt(Math.floor(random(row) * 3_000_000));
      case "Delay":
        return row % 7 === 0 ? null : Math.round((random(row + 1) * 90 - 15) * 100) / 100;
      case "Cost":
        return (random(row + 2) * 90_000).toFixed(2);
      case "Cancelled":
        return row % 13 === 0;
      case "Day":
        return 11_323 + Math.floor(row / 1440);
      default:
        return Math.floor(random(row + 3) * 9_000_000);
    }
  }
  const shift = Number(source.split("-")[1] ?? 0);
  switch (column.name) {
    case "Hour":
      return row;
    case "Day":
      return 11_323 + row;
    case "Airport":
      return airports[row % 8];
    case "Arrivals":
      return Math.round(4000 + 2500 * Math.sin((row + shift) / 9) + 400 * random(row + shift));
    default:
      return 3600 + 2100 * Math.cos((row + shift) / 11) + 500 * random(row * 3 + shift);
  }
}
