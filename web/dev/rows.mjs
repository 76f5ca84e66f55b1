// Writes a window of rows as docs/wire.md lays it out.

const widths = { bool: 1, int32: 4, int64: 8, float64: 8, dateTime: 8, date: 4, timeSpan: 8 };

export function encodeRows({ from, count, total, columns, cell }) {
  const segments = [];
  let end = 0;
  const put = (bytes) => {
    const place = [end, bytes.length];
    const padded = Buffer.alloc(Math.ceil(bytes.length / 8) * 8);
    bytes.copy(padded);
    segments.push(padded);
    end += padded.length;
    return place;
  };
  const described = columns.map((column) => {
    const values = Array.from({ length: count }, (_, row) => cell(from + row, column));
    const header = { ...column, ...encodeValues(column.type, values, put) };
    if (values.includes(null)) header.valid = put(bitmap(values));
    return header;
  });
  const json = Buffer.from(JSON.stringify({ from, count, total, columns: described }));
  const head = Buffer.alloc(Math.ceil((8 + json.length) / 8) * 8, " ");
  head.write("RFRW");
  head.writeUInt32LE(head.length - 8, 4);
  json.copy(head, 8);
  return Buffer.concat([head, ...segments]);
}

function encodeValues(type, values, put) {
  if (type === "text" || type === "decimal") {
    const texts = values.map((value) => Buffer.from(value ?? ""));
    const offsets = Buffer.alloc((values.length + 1) * 4);
    let at = 0;
    texts.forEach((text, index) => offsets.writeUInt32LE((at += text.length), (index + 1) * 4));
    return { values: put(offsets), text: put(Buffer.concat(texts)) };
  }
  const bytes = Buffer.alloc(values.length * widths[type]);
  values.forEach((value, index) => {
    if (value === null) return;
    if (type === "bool") bytes.writeUInt8(value ? 1 : 0, index);
    else if (type === "int64") bytes.writeBigInt64LE(value, index * 8);
    else if (type === "int32" || type === "date") bytes.writeInt32LE(value, index * 4);
    else bytes.writeDoubleLE(value, index * 8);
  });
  return { values: put(bytes) };
}

function bitmap(values) {
  const bits = Buffer.alloc(Math.ceil(values.length / 8));
  values.forEach((value, row) => value !== null && (bits[row >> 3] |= 1 << (row & 7)));
  return bits;
}
