/** The countries of Natural Earth at 1:110 million, public domain, as the package world-atlas has them: TopoJSON. */
type Topology = {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: { countries: { geometries: { type: string; arcs: unknown }[] } };
};

/** A line around an area, as longitudes and latitudes. */
export type Ring = [number, number][];

let loading: Promise<Ring[]> | null = null;

/** The outlines of all countries; loaded once, from the page's own server. */
export function loadLand(): Promise<Ring[]> {
  loading ??= import("world-atlas/countries-110m.json").then((module) =>
    ringsOf(module.default as unknown as Topology),
  );
  return loading;
}

/** Rings are chains of shared arcs; a negative number is an arc from its end to its start. What lies across the line where the east ends is there twice. */
export function ringsOf({ transform, arcs, objects }: Topology): Ring[] {
  const lines = arcs.map((arc) => decode(arc, transform));
  const ring = (chain: number[]): Ring =>
    chain.flatMap((arc, at) => {
      const line = arc < 0 ? [...(lines[~arc] ?? [])].reverse() : (lines[arc] ?? []);
      return at === 0 ? line : line.slice(1);
    });
  const chains = objects.countries.geometries.flatMap(({ type, arcs: parts }) =>
    type === "Polygon" ? (parts as number[][]) : (parts as number[][][]).flat(),
  );
  return chains.map((chain) => unrolled(ring(chain))).flatMap(onBothSides);
}

/** The ring in one piece: past 180° east the longitudes go on. One around a pole goes by way of it, so that it has an inside. */
export function unrolled(ring: Ring): Ring {
  let turn = 0;
  const line = ring.map(([longitude, latitude], at): [number, number] => {
    const step = longitude - (ring[at - 1]?.[0] ?? longitude);
    turn += step > 180 ? -360 : step < -180 ? 360 : 0;
    return [longitude + turn, latitude];
  });
  const [first, last] = [line[0], line.at(-1)];
  if (turn === 0 || !first || !last) return line;
  const pole = last[1] < 0 ? -90 : 90;
  return [...line, [last[0], pole], [first[0], pole]];
}

/** The ring, and where it reaches beyond the end of the map, the same at its other side. */
function onBothSides(ring: Ring): Ring[] {
  const longitudes = ring.map(([longitude]) => longitude);
  const beside = (by: number): Ring => ring.map(([longitude, latitude]) => [longitude + by, latitude]);
  return [
    ring,
    ...(Math.max(...longitudes) > 180.001 ? [beside(-360)] : []),
    ...(Math.min(...longitudes) < -180.001 ? [beside(360)] : []),
  ];
}

/** Each place is told by its distance from the one before. */
function decode(arc: [number, number][], { scale, translate }: Topology["transform"]): Ring {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}
