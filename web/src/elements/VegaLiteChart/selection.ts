import type { Json } from "../../wire/types";
import { isTime, offWall, type SpecData } from "./specRows";
import type { Spec } from "../../spec/useSpec";

/** More points than these the server refuses. */
export const mostPoints = 10_000;

const pointId = "_vgsid_";

type Selected = Record<string, Json>;

/** What the view says of its selections, as it travels; null for nothing, undefined when it is too much. */
export function selectionOf(
  of: string,
  kinds: Record<string, string>,
  signal: (name: string) => unknown,
  find: (id: unknown) => object | undefined,
  data: SpecData | undefined,
): Json | undefined {
  const params: Selected = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const value = (signal(name) ?? {}) as Record<string, unknown>;
    const told = kind === "interval" ? intervalsOf(value, data) : pointsOf(value, find, data);
    if (told === undefined) return undefined;
    if (told !== null) params[name] = told;
  }
  return Object.keys(params).length === 0 ? null : { of, params };
}

function intervalsOf(value: Record<string, unknown>, data: SpecData | undefined): Json {
  const fields = Object.entries(value).filter(([, ends]) => Array.isArray(ends) && ends.length > 0);
  if (fields.length === 0) return null;
  return Object.fromEntries(
    fields.map(([field, ends]) => [field, (ends as unknown[]).map((end) => scalar(end, typeOf(field, data)))]),
  );
}

function pointsOf(
  value: Record<string, unknown>,
  find: (id: unknown) => object | undefined,
  data: SpecData | undefined,
): Json | undefined {
  const points = (value.vlPoint as { or?: Record<string, unknown>[] } | undefined)?.or ?? [];
  if (points.length === 0) return null;
  if (points.length > mostPoints) return undefined;
  return points.map((point) => {
    const whole = pointId in point ? { ...find(point[pointId]), ...point } : point;
    const fields = Object.entries(whole).filter(
      ([, cell]) => cell === null || cell instanceof Date || typeof cell !== "object",
    );
    return Object.fromEntries(fields.map(([field, cell]) => [field, scalar(cell, typeOf(field, data))]));
  });
}

const typeOf = (field: string, data: SpecData | undefined) => data?.columns.find(({ name }) => name === field)?.type;

function scalar(value: unknown, type: ReturnType<typeof typeOf>): Json {
  if (value instanceof Date || (typeof value === "number" && isTime(type)))
    return isTime(type) ? offWall(Number(value)) : Number(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

/** The specification that shows at first what is selected already, so that a page that is loaded anew looks as it did. */
export function withSelection(spec: Spec, value: Json, of: string, data: SpecData | undefined): Spec {
  const selected = value as { of: string; params: Selected } | null;
  if (selected?.of !== of) return spec;
  return walk(spec, (params) =>
    params.map((param) => {
      const { name } = param as { name: string };
      const chosen = selected.params[name];
      return chosen === undefined ? param : { ...(param as object), value: toInitial(chosen, data) };
    }),
  ) as Spec;
}

/** A point that was selected whole is known by its number alone. */
function toInitial(chosen: Json, data: SpecData | undefined): Json {
  const moment = (field: string, value: Json): Json =>
    typeof value === "string" && isTime(typeOf(field, data)) ? new Date(value).getTime() : value;
  if (Array.isArray(chosen)) {
    return chosen.map((point) => {
      const fields = point as Record<string, Json>;
      const known = pointId in fields ? [[pointId, fields[pointId] ?? null] as const] : Object.entries(fields);
      return Object.fromEntries(known.map(([field, value]) => [field, moment(field, value)]));
    });
  }
  return Object.fromEntries(
    Object.entries(chosen as Record<string, Json[]>).map(([field, ends]) => [
      field,
      ends.map((end) => moment(field, end)),
    ]),
  );
}

function walk(node: Json, change: (params: Json[]) => Json[]): Json {
  if (Array.isArray(node)) return node.map((item) => walk(item, change));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      name === "params" && Array.isArray(value)
        ? change(value)
        : ["values", "datasets", "config"].includes(name)
          ? value
          : walk(value, change),
    ]),
  );
}
