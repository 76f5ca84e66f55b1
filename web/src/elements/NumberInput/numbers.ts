/** Reads what was typed: null when nothing was, undefined when it is no number. A comma counts as a point when it cannot be a grouping. */
export function parseNumber(text: string, decimals: number): number | null | undefined {
  const trimmed = text.trim().replaceAll(/[\s'’_]/g, "");
  if (trimmed === "") return null;
  const commas = trimmed.split(",").length - 1;
  const isDecimalComma = commas === 1 && !trimmed.includes(".") && !/^[+-]?\d{1,3},\d{3}$/.test(trimmed);
  const plain = isDecimalComma ? trimmed.replace(",", ".") : trimmed.replaceAll(",", "");
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return undefined;
  const number = Number(plain);
  if (!Number.isFinite(number)) return undefined;
  return decimals === 0 ? Math.round(number) : number;
}

/** Writes a number with at least `decimals` digits after the point, and more where the number has more. */
export function writeNumber(value: number | null, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return "";
  const fixed = value.toFixed(decimals);
  return Number(fixed) === value ? fixed : String(value);
}
