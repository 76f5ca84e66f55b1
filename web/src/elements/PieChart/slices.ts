export type Slice = { label: string; value: number; gathered?: number };

/** Where a slice lies on a circle of radius 100, and its part of the whole. */
export type Placed = Slice & { share: number; path: string };

const radius = 100;

/** Slices clockwise from the top. A whole circle is two halves: an arc from a point to itself is none. */
export function place(slices: readonly Slice[], inner: number): Placed[] {
  const sum = slices.reduce((total, { value }) => total + value, 0);
  const placed: Placed[] = [];
  let from = 0;
  for (const slice of slices) {
    const share = sum > 0 ? slice.value / sum : 0;
    placed.push({ ...slice, share, path: share > 0 ? pathOf(from, from + share, inner * radius) : "" });
    from += share;
  }
  return placed;
}

function pathOf(from: number, to: number, inner: number): string {
  if (to - from > 0.9999) return `${ring(radius)} ${inner > 0 ? ring(inner) : ""}`.trim();
  const large = to - from > 0.5 ? 1 : 0;
  const outside = `M${at(from, radius)} A${radius} ${radius} 0 ${large} 1 ${at(to, radius)}`;
  return inner > 0
    ? `${outside} L${at(to, inner)} A${inner} ${inner} 0 ${large} 0 ${at(from, inner)} Z`
    : `${outside} L0 0 Z`;
}

const ring = (size: number): string =>
  `M0 ${-size} A${size} ${size} 0 1 1 0 ${size} A${size} ${size} 0 1 1 0 ${-size} Z`;

function at(turn: number, size: number): string {
  const angle = 2 * Math.PI * turn;
  return `${rounded(size * Math.sin(angle))} ${rounded(-size * Math.cos(angle))}`;
}

const rounded = (number: number): number => Math.round(number * 1000) / 1000 + 0;
