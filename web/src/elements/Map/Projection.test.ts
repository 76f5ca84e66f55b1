import { expect, it } from "vitest";
import { degrees, linesBetween } from "./drawMap";
import { loadLand, ringsOf, unrolled } from "./land";
import { Projection } from "./Projection";

const size = { width: 600, height: 400 };
const oslo = { latitude: 59.91, longitude: 10.75 };
const places = [oslo, { latitude: -33.87, longitude: 151.21 }, { latitude: 64.15, longitude: -21.94 }];

it.each([
  places,
  [oslo],
  [],
  [
    { latitude: 90, longitude: -180 },
    { latitude: -90, longitude: 180 },
  ],
])("shows every place, whatever they are", (...shown) => {
  const projection = Projection.around(shown, size);
  for (const { latitude, longitude } of shown) {
    const { x, y } = projection.place(latitude, longitude);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(size.width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(size.height);
  }
});

it("finds the place of a spot again", () => {
  const projection = Projection.around(places, size);
  const place = projection.at(projection.place(oslo.latitude, oslo.longitude));
  expect(place.latitude).toBeCloseTo(oslo.latitude);
  expect(place.longitude).toBeCloseTo(oslo.longitude);
});

it("has north above, and stretches the north as Mercator does", () => {
  const projection = Projection.around([], size);
  const height = (from: number, to: number): number => projection.place(from, 0).y - projection.place(to, 0).y;
  expect(height(0, 1) / projection.scale).toBeCloseTo(1, 3);
  expect(height(59.5, 60.5) / projection.scale).toBeCloseTo(2, 2);
});

it("leaves the spot where it is zoomed in its place, and has ends", () => {
  const spot = { x: 100, y: 50 };
  const projection = Projection.around(places, size);
  const before = projection.at(spot);
  const after = projection.zoom(3, spot).at(spot);
  expect(after.latitude).toBeCloseTo(before.latitude);
  expect(after.longitude).toBeCloseTo(before.longitude);
  expect(projection.zoom(1e9).scale).toBe(50_000);
  expect(projection.zoom(1e-9).scale).toBeCloseTo(600 / 720);
});

it("moves with the pointer", () => {
  const projection = Projection.around(places, size);
  const before = projection.place(0, 0);
  expect(projection.move(5, -7).place(0, 0)).toEqual({ x: before.x + 5, y: before.y - 7 });
});

it("has a net of round degrees", () => {
  expect(linesBetween(-11, 21, 10)).toEqual([-10, 0, 10, 20]);
  expect(linesBetween(0.01, 0.35, 0.1)).toEqual([0.1, 0.2, 0.3]);
  expect([degrees(47.5, "N", "S"), degrees(-10, "E", "W"), degrees(0, "N", "S")]).toEqual(["47.5°N", "10°W", "0°"]);
  expect(Projection.around([], size).netStep()).toBe(60);
  expect(Projection.around([], { width: 360, height: 400 }).netStep()).toBe(90);
});

it("reads rings of shared arcs, forwards and backwards", () => {
  expect(
    ringsOf({
      transform: { scale: [1, 2], translate: [10, 20] },
      arcs: [
        [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
        [
          [0, 0],
          [1, 1],
        ],
      ],
      objects: { countries: { geometries: [{ type: "Polygon", arcs: [[0, -2]] }] } },
    }),
  ).toEqual([
    [
      [10, 20],
      [11, 20],
      [11, 22],
      [10, 20],
    ],
  ]);
});

it("has the outlines of the world", async () => {
  const land = await loadLand();
  expect(land.length).toBeGreaterThan(170);
  expect(land.flat().every(([x, y]) => Math.abs(x) < 360 && Math.abs(y) <= 90)).toBe(true);
  // No line leads across the whole map, but below Antarctica.
  for (const ring of land)
    ring.forEach(([x, y], at) => expect(Math.abs(x - (ring[at - 1]?.[0] ?? x)) < 180 || y === -90).toBe(true));
});

it("goes on where the east ends, and around a pole by way of it", () => {
  const island = unrolled([
    [179, 66],
    [-179, 66],
    [-179, 67],
    [179, 67],
    [179, 66],
  ]);
  expect(island.map(([x]) => x)).toEqual([179, 181, 181, 179, 179]);
  const south = unrolled([
    [-180, -70],
    [-60, -72],
    [60, -71],
    [180, -70],
    [-180, -70],
  ]);
  expect(south.slice(-3)).toEqual([
    [180, -70],
    [180, -90],
    [-180, -90],
  ]);
});
