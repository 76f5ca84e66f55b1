import { formatDate, formatDateTime } from "../../rows/format";
import type { CellValue } from "../../wire/rows";
import type { ColumnType } from "../../wire/types";

/** What the cells of a column may be, as docs/wire.md has it. */
export type ColumnRule = {
  index: number;
  disabled?: boolean;
  required?: boolean;
  min?: number;
  max?: number;
  maxLength?: number;
  options?: string[];
  default?: string;
};

export type Reading = { text: string | null } | { message: string };

const day = 86_400_000;
const longest = 10_000;
const shown = 40;
const whole = /^[+-]?\d+$/;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const date = /^\d{4}-\d\d-\d\d$/;
const time = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)?)?)?$/;
const duration = /^(-)?(?:(\d+)\.)?(\d{1,2}):([0-5]\d)(?::([0-5]\d(?:\.\d{1,7})?))?$/;

/** A value as the text that is edited, which reads back as the same value; null for none. */
export function textOf(value: CellValue, type: ColumnType): string | null {
  if (value === null) return null;
  if (typeof value !== "number") return String(value);
  switch (type) {
    case "date":
      return formatDate(value * day);
    case "dateTime":
      return formatDateTime(value);
    case "timeSpan": {
      const size = Math.abs(value);
      const days = Math.floor(size / day);
      return `${value < 0 ? "-" : ""}${days > 0 ? `${days}.` : ""}${formatDateTime(size % day).slice(11)}`;
    }
    default:
      return String(value);
  }
}

/** The value of a text that was found to be one. */
export function valueOf(text: string | null, type: ColumnType): CellValue {
  if (text === null) return null;
  switch (type) {
    case "bool":
      return text.toLowerCase() === "true";
    case "int32":
    case "float64":
      return Number(text);
    case "int64":
      return BigInt(text);
    case "date":
      return Date.parse(`${text}T00:00Z`) / day;
    case "dateTime":
      return Date.parse(
        /[Z+]|-\d\d:\d\d$/.test(text) ? text : `${text.length > 10 ? text.replace(" ", "T") : `${text}T00:00`}Z`,
      );
    case "timeSpan":
      return milliseconds(text);
    default:
      return text;
  }
}

/** Looks at what was typed as the server will, so that a mistake is said at once. */
export function readCell(typed: string | null, type: ColumnType, rule: ColumnRule | undefined): Reading {
  const text = typed === null || type === "text" ? typed : plain(typed.trim(), type);
  if (text === null || (text === "" && type !== "text"))
    return rule?.required ? { message: "A value is needed here." } : { text: null };
  const unlike = unlikeness(text, type);
  if (unlike !== null) return { message: `${quoted(text)} is ${unlike}.` };
  if (rule?.options && !rule.options.includes(text)) return { message: `${quoted(text)} is not one of the options.` };
  if (type === "text") {
    const most = rule?.maxLength ?? longest;
    return text.length > most ? { message: `The text has more than ${most} characters.` } : { text };
  }
  const amount = Number(text);
  if (rule?.min !== undefined && amount < rule.min)
    return { message: `${text} is less than ${rule.min}, the least that is taken here.` };
  if (rule?.max !== undefined && amount > rule.max)
    return { message: `${text} is more than ${rule.max}, the most that is taken here.` };
  return { text };
}

const quoted = (text: string): string => `“${text.length > shown ? `${text.slice(0, shown)}…` : text}”`;

/** As the server reads it: without commas between thousands, and options of truth in small letters. */
function plain(text: string, type: ColumnType): string {
  if (type === "bool") return text.toLowerCase();
  return grouped.test(text) ? text.replaceAll(",", "") : text;
}

function unlikeness(text: string, type: ColumnType): string | null {
  switch (type) {
    case "bool":
      return text === "true" || text === "false" ? null : "neither true nor false";
    case "int32":
      return whole.test(text) && within(text, 31n) ? null : "no whole number between -2,147,483,648 and 2,147,483,647";
    case "int64":
      return whole.test(text) && within(text, 63n)
        ? null
        : "no whole number between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807";
    case "float64":
    case "decimal":
      return number.test(text) && Number.isFinite(Number(text)) ? null : "no number";
    case "date":
      return date.test(text) && isDay(text) ? null : "no date like 2026-11-25";
    case "dateTime":
      return time.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Number(valueOf(text, type)))
        ? null
        : "no time like 2026-11-25 14:30";
    case "timeSpan":
      return duration.test(text) ? null : "no duration like 1:30:00";
    case "text":
      return null;
  }
}

function within(text: string, bits: bigint): boolean {
  const value = BigInt(text.replace("+", ""));
  return value >= -(1n << bits) && value < 1n << bits;
}

/** A browser takes the 31st of February for the 3rd of March. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && formatDate(at) === text;
}

function milliseconds(text: string): number {
  const [, minus, days = "0", hours = "0", minutes = "0", seconds = "0"] = duration.exec(text) ?? [];
  const size = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
  return minus ? -size : size;
}
