import type { Column, ColumnType } from "./types";

export type CellValue = null | boolean | number | bigint | string;

/** One column of a window; row 0 is the window's first row. */
export type ColumnValues = Column & { get(row: number): CellValue };

export type RowWindow = {
  from: number;
  count: number;
  total: number;
  columns: ColumnValues[];
  /** The number in the table of a row of the window. */ rowAt(row: number): number;
};

export class RowsError extends Error {
  override name = "RowsError";
}

type Segment = [offset: number, bytes: number];

const widths: Record<ColumnType, number> = {
  bool: 1,
  int32: 4,
  int64: 8,
  float64: 8,
  decimal: 4,
  text: 4,
  dateTime: 8,
  date: 4,
  timeSpan: 8,
};

/**
 * Decodes a window of rows. Nothing is copied: the columns read from the answer's own buffer.
 *
 *     "RFRW" │ u32 length │ header: JSON, padded │ segment │ segment │ …
 */
export function decodeRows(buffer: ArrayBuffer): RowWindow {
  if (buffer.byteLength < 8) throw new RowsError("The rows are cut off before their header.");
  const view = new DataView(buffer);
  if (view.getUint32(0) !== 0x52465257) throw new RowsError("The answer is not a window of rows.");
  const start = 8 + view.getUint32(4, true);
  if (start > buffer.byteLength) throw new RowsError("The rows are cut off within their header.");

  const header = readHeader(new Uint8Array(buffer, 8, start - 8));
  const body = new Uint8Array(buffer, start);
  const { rows, ...counts } = header;
  const numbers = rows && fixedReader("int32", slice(body, rows, header.count * 4, "rows"));
  return {
    ...counts,
    columns: header.columns.map((column) => readColumn(column, header.count, body)),
    rowAt: (row) => (numbers ? Number(numbers(row)) : header.from + row),
  };
}

type ColumnHeader = Column & { values: Segment; text?: Segment; valid?: Segment };

type Header = { from: number; count: number; total: number; rows?: Segment; columns: ColumnHeader[] };

function readHeader(bytes: Uint8Array): Header {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new RowsError("The header of the rows cannot be read.");
  }
  const fields = record(header, "header");
  if (!Array.isArray(fields.columns)) throw new RowsError("The header of the rows lists no columns.");
  return {
    from: natural(fields.from, "from"),
    count: natural(fields.count, "count"),
    total: natural(fields.total, "total"),
    ...(fields.rows === undefined ? {} : { rows: segment(fields.rows, "rows") }),
    columns: fields.columns.map(readColumnHeader),
  };
}

function readColumnHeader(value: unknown): ColumnHeader {
  const fields = record(value, "column");
  const { name, type } = fields;
  if (typeof name !== "string") throw new RowsError("A column of the rows has no name.");
  if (typeof type !== "string" || !Object.hasOwn(widths, type)) {
    throw new RowsError(`Column "${name}" has a type this page does not know.`);
  }
  return {
    index: natural(fields.index, "index"),
    name,
    type: type as ColumnType,
    values: segment(fields.values, name),
    ...(fields.text === undefined ? {} : { text: segment(fields.text, name) }),
    ...(fields.valid === undefined ? {} : { valid: segment(fields.valid, name) }),
  };
}

function readColumn(column: ColumnHeader, count: number, body: Uint8Array): ColumnValues {
  const { index, name, type } = column;
  const hasText = type === "text" || type === "decimal";
  const values = slice(body, column.values, (hasText ? count + 1 : count) * widths[type], name);
  const valid = column.valid && slice(body, column.valid, Math.ceil(count / 8), name);
  const read = hasText
    ? textReader(values, count, slice(body, column.text ?? [0, 0], 0, name), name)
    : fixedReader(type, values);
  return {
    index,
    name,
    type,
    get(row) {
      if (row < 0 || row >= count) throw new RowsError(`Row ${row} lies outside a window of ${count} rows.`);
      const isNull = valid !== undefined && (((valid[row >> 3] ?? 0) >> (row & 7)) & 1) === 0;
      return isNull ? null : read(row);
    },
  };
}

function fixedReader(type: ColumnType, bytes: Uint8Array): (row: number) => CellValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case "bool":
      return (row) => view.getUint8(row) !== 0;
    case "int32":
    case "date":
      return (row) => view.getInt32(row * 4, true);
    case "int64":
      return (row) => view.getBigInt64(row * 8, true);
    default:
      return (row) => view.getFloat64(row * 8, true);
  }
}

function textReader(offsets: Uint8Array, count: number, text: Uint8Array, name: string): (row: number) => string {
  const view = new DataView(offsets.buffer, offsets.byteOffset, offsets.byteLength);
  for (let row = 0; row <= count; row++) {
    const previous = row === 0 ? 0 : view.getUint32((row - 1) * 4, true);
    const offset = view.getUint32(row * 4, true);
    if (offset < previous || offset > text.byteLength) {
      throw new RowsError(`Column "${name}" has a text that reaches outside its bytes.`);
    }
  }
  const decoder = new TextDecoder();
  return (row) => decoder.decode(text.subarray(view.getUint32(row * 4, true), view.getUint32(row * 4 + 4, true)));
}

function slice(body: Uint8Array, [offset, bytes]: Segment, needed: number, name: string): Uint8Array {
  if (bytes < needed) throw new RowsError(`Column "${name}" has fewer values than its window has rows.`);
  if (offset + bytes > body.byteLength) throw new RowsError(`Column "${name}" reaches outside the answer.`);
  return body.subarray(offset, offset + bytes);
}

function segment(value: unknown, name: string): Segment {
  if (!Array.isArray(value) || value.length !== 2) throw new RowsError(`Column "${name}" does not say where it lies.`);
  return [natural(value[0], "offset"), natural(value[1], "bytes")];
}

function natural(value: unknown, name: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new RowsError(`"${name}" in the header of the rows is not a count.`);
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw new RowsError(`The ${name} of the rows is not an object.`);
}
