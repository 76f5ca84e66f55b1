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

/** Rings are chains of shared arcs; a negative number is an arc from its end to its start. */
export function ringsOf({ transform, arcs, objects }: Topology): Ring[] {
  const lines = arcs.map((arc) => decode(arc, transform));
  const ring = (chain: number[]): Ring =>
    chain.flatMap((arc, at) => {
      const line = arc < 0 ? [...(lines[~arc] ?? [])].reverse() : (lines[arc] ?? []);
      return at === 0 ? line : line.slice(1);
    });
  return objects.countries.geometries.flatMap(({ type, arcs: parts }) =>
    type === "Polygon" ? (parts as number[][]).map(ring) : (parts as number[][][]).flat().map(ring),
  );
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
