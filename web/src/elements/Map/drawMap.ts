import type { Ring } from "./land";
import type { MapPoint } from "./mapRows";
import type { Projection, Size } from "./Projection";

export type MapColours = Record<"muted" | "line" | "sunken" | "hover" | "page", string> & {
  points: readonly string[];
};

/** Draws sea, land, a net of degrees and the points, each over the one before. */
export function drawMap(
  context: CanvasRenderingContext2D,
  size: Size,
  projection: Projection,
  land: readonly Ring[],
  points: readonly MapPoint[],
  colours: MapColours,
): void {
  context.fillStyle = colours.sunken;
  context.fillRect(0, 0, size.width, size.height);
  drawLand(context, projection, land, colours);
  drawNet(context, size, projection, colours);
  context.globalAlpha = points.length > 500 ? 0.6 : 0.8;
  for (const point of points) {
    const { x, y } = projection.place(point.latitude, point.longitude);
    if (x < -20 || y < -20 || x > size.width + 20 || y > size.height + 20) continue;
    context.fillStyle = colours.points[point.color % colours.points.length] ?? colours.muted;
    context.strokeStyle = colours.page;
    context.lineWidth = 0.75;
    context.beginPath();
    context.arc(x, y, point.radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawLand(
  context: CanvasRenderingContext2D,
  projection: Projection,
  land: readonly Ring[],
  colours: MapColours,
): void {
  context.fillStyle = colours.hover;
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.beginPath();
  for (const ring of land) {
    ring.forEach(([longitude, latitude], at) => {
      const { x, y } = projection.place(latitude, longitude);
      if (at === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.closePath();
  }
  context.fill("evenodd");
  context.stroke();
}

function drawNet(
  context: CanvasRenderingContext2D,
  size: Size,
  projection: Projection,
  { muted, line }: MapColours,
): void {
  const step = projection.netStep();
  const first = projection.at({ x: 0, y: size.height });
  const last = projection.at({ x: size.width, y: 0 });
  context.strokeStyle = line;
  context.fillStyle = muted;
  context.font = "11px system-ui, sans-serif";
  context.lineWidth = 0.5;
  context.beginPath();
  for (const longitude of linesBetween(first.longitude, last.longitude, step)) {
    const { x } = projection.place(0, longitude);
    context.moveTo(x, 0);
    context.lineTo(x, size.height);
    context.fillText(degrees(longitude, "E", "W"), x + 4, size.height - 6);
  }
  for (const latitude of linesBetween(first.latitude, last.latitude, step)) {
    const { y } = projection.place(latitude, 0);
    context.moveTo(0, y);
    context.lineTo(size.width, y);
    context.fillText(degrees(latitude, "N", "S"), 6, y - 4);
  }
  context.stroke();
}

/** The multiples of a step within a stretch. */
export function linesBetween(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, at) => Math.round((first + at) * step * 100) / 100);
}

/** 47.5°N; the equator and the first meridian have no side. */
export const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value)}°${value > 0 ? positive : value < 0 ? negative : ""}`;
