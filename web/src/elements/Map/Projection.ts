export type Size = { width: number; height: number };
export type Spot = { x: number; y: number };

const radians = Math.PI / 180;
/** Mercator's map has no poles; it ends where it is a square. */
const farthest = 85.05;
/** Pixels for a degree of longitude: a street, at most. */
const closest = 50_000;

/** Mercator's projection of a stretch of the world onto the screen; another stretch is another one. */
export class Projection {
  private constructor(
    /** Pixels for a degree of longitude. */
    readonly scale: number,
    /** Where longitude 0 and latitude 0 lie. */
    private readonly origin: Spot,
    private readonly size: Size,
  ) {}

  /** Shows all places, with a margin; of a single place its surroundings, and without any the world. */
  static around(places: readonly { latitude: number; longitude: number }[], size: Size): Projection {
    const shown = places.length > 0 ? places : world;
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { latitude, longitude } of shown) {
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, stretched(latitude));
      north = Math.max(north, stretched(latitude));
    }
    const margin = Math.min(28, size.width / 8, size.height / 8);
    // Never closer than some two degrees, so that there is something to see around.
    const scale = Math.min(
      (size.width - 2 * margin) / Math.max(east - west, 2),
      (size.height - 2 * margin) / Math.max(north - south, 2),
    );
    return new Projection(
      scale,
      { x: size.width / 2 - ((west + east) / 2) * scale, y: size.height / 2 + ((south + north) / 2) * scale },
      size,
    );
  }

  place(latitude: number, longitude: number): Spot {
    return { x: this.origin.x + longitude * this.scale, y: this.origin.y - stretched(latitude) * this.scale };
  }

  /** The place at a spot of the screen. */
  at({ x, y }: Spot): { latitude: number; longitude: number } {
    const upwards = (this.origin.y - y) / this.scale;
    return {
      latitude: (2 * Math.atan(Math.exp(upwards * radians)) - Math.PI / 2) / radians,
      longitude: (x - this.origin.x) / this.scale,
    };
  }

  /** Closer or farther; what lies at the spot stays there. */
  zoom(times: number, spot: Spot = { x: this.size.width / 2, y: this.size.height / 2 }): Projection {
    const scale = Math.min(closest, Math.max(this.size.width / 720, this.scale * times));
    const real = scale / this.scale;
    return new Projection(
      scale,
      { x: spot.x + (this.origin.x - spot.x) * real, y: spot.y + (this.origin.y - spot.y) * real },
      this.size,
    );
  }

  move(dx: number, dy: number): Projection {
    return new Projection(this.scale, { x: this.origin.x + dx, y: this.origin.y + dy }, this.size);
  }

  /** The distance of the lines of the net, in degrees: some 100 pixels, and round. */
  netStep(): number {
    return steps.find((step) => step * this.scale >= 90) ?? 90;
  }
}

const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60];
const world = [
  { latitude: -56, longitude: -170 },
  { latitude: 76, longitude: 180 },
];

/** Latitude as Mercator stretches it, in degrees of longitude at the equator. */
function stretched(latitude: number): number {
  const limited = Math.max(-farthest, Math.min(farthest, latitude));
  return Math.log(Math.tan(Math.PI / 4 + (limited * radians) / 2)) / radians;
}
