import { GridCellKind, type CustomCell, type CustomRenderer } from "@glideapps/glide-data-grid";

type Bar = { look: "bar"; share: number; text: string };
type Line = { look: "line"; numbers: number[] };

export const barCell = (bar: Omit<Bar, "look">, copyData: string): CustomCell<Bar> => ({
  kind: GridCellKind.Custom,
  data: { look: "bar", ...bar },
  copyData,
  allowOverlay: false,
  readonly: true,
});

export const lineCell = (line: Omit<Line, "look">, copyData: string): CustomCell<Line> => ({
  kind: GridCellKind.Custom,
  data: { look: "line", ...line },
  copyData,
  allowOverlay: false,
  readonly: true,
});

/** The numbers of a text, with commas, semicolons or blanks between, and perhaps in brackets. */
export const numbersOf = (text: string): number[] =>
  text
    .split(/[\s,;[\]]+/)
    .filter((part) => part !== "")
    .map(Number)
    .filter(Number.isFinite);

/** Where each number of a line stands in a box, the least at its foot. */
export function pointsOf(numbers: readonly number[], width: number, height: number): [number, number][] {
  const least = Math.min(...numbers);
  const span = Math.max(...numbers) - least || 1;
  const step = width / Math.max(1, numbers.length - 1);
  return numbers.map((number, at) => [at * step, height - ((number - least) / span) * height]);
}

const bar: CustomRenderer<CustomCell<Bar>> = {
  kind: GridCellKind.Custom,
  isMatch: (cell): cell is CustomCell<Bar> => (cell.data as Bar | Line).look === "bar",
  draw: ({ ctx, rect, theme }, { data }) => {
    const text = 52;
    const { x, width } = {
      x: rect.x + theme.cellHorizontalPadding,
      width: rect.width - 2 * theme.cellHorizontalPadding - text,
    };
    const y = rect.y + rect.height / 2;
    const share = Math.min(1, Math.max(0, Number.isFinite(data.share) ? data.share : 0));
    ctx.fillStyle = theme.bgCellMedium;
    ctx.fillRect(x, y - 3, Math.max(0, width), 6);
    ctx.fillStyle = theme.accentColor;
    ctx.fillRect(x, y - 3, Math.max(0, width) * share, 6);
    ctx.fillStyle = theme.textDark;
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    ctx.fillText(data.text, rect.x + rect.width - theme.cellHorizontalPadding, y + 1);
    ctx.textAlign = "left";
  },
};

const line: CustomRenderer<CustomCell<Line>> = {
  kind: GridCellKind.Custom,
  isMatch: (cell): cell is CustomCell<Line> => (cell.data as Bar | Line).look === "line",
  draw: ({ ctx, rect, theme }, { data }) => {
    if (data.numbers.length === 0) return;
    const pad = theme.cellHorizontalPadding;
    ctx.beginPath();
    for (const [x, y] of pointsOf(data.numbers, rect.width - 2 * pad, rect.height - 14))
      ctx.lineTo(rect.x + pad + x, rect.y + 7 + y);
    ctx.strokeStyle = theme.accentColor;
    ctx.lineWidth = 1.5;
    ctx.lineJoin = "round";
    ctx.stroke();
  },
};

export const drawnCells: readonly CustomRenderer[] = [bar, line] as unknown as CustomRenderer[];
