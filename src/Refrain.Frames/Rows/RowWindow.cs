using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Refrain.Frames.Rows;

/// <summary>Answers the grid: some rows of some columns in the binary form of docs/wire.md, section "Rows".</summary>
internal static class RowWindow
{
    /// <summary>The most rows of one window.</summary>
    internal const int MaxRows = 1000;

    private const int Alignment = 8;

    private static readonly byte[] Magic = "RFRW"u8.ToArray();

    /// <summary>Writes a window. Rows beyond the end are left out.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="frame">The table.</param>
    /// <param name="from">The first row, in the given order when there is one.</param>
    /// <param name="count">How many rows, at most <see cref="MaxRows"/>.</param>
    /// <param name="columns">The positions of the columns.</param>
    /// <param name="order">The rows of a view, which the answer then numbers; null for all rows in the frame's own order.</param>
    internal static void Write(IBufferWriter<byte> output, DataFrame frame, int from, int count, IReadOnlyList<int> columns, int[]? order = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxRows);
        var total = order?.Length ?? frame.RowCount;
        from = Math.Min(from, total);
        var rows = new int[Math.Min(count, total - from)];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = order is null ? from + i : order[from + i];

        Write(output, frame, new(from, total, rows, order is not null), columns);
    }

    /// <summary>Writes a short table whole.</summary>
    internal static void WriteAll(IBufferWriter<byte> output, DataFrame frame) => Write(
        output, frame, new(0, frame.RowCount, [.. Enumerable.Range(0, frame.RowCount)], IsNumbered: false), [.. Enumerable.Range(0, frame.Columns.Count)]);

    private static void Write(IBufferWriter<byte> output, DataFrame frame, Extent extent, IReadOnlyList<int> columns)
    {
        var (json, body) = (new ArrayBufferWriter<byte>(), new Body());
        using (var header = new Utf8JsonWriter(json))
            WriteHeader(header, body, frame, extent, columns);

        var start = Magic.Length + sizeof(uint);
        var headerLength = Aligned(start + json.WrittenCount) - start;
        var answer = output.GetSpan(start + headerLength + body.Length)[..(start + headerLength + body.Length)];
        answer.Clear();
        Magic.CopyTo(answer);
        BinaryPrimitives.WriteUInt32LittleEndian(answer[Magic.Length..], (uint)headerLength);
        answer.Slice(start, headerLength).Fill((byte)' ');
        json.WrittenSpan.CopyTo(answer[start..]);
        body.Write(answer[(start + headerLength)..]);
        output.Advance(answer.Length);
    }

    private static void WriteHeader(Utf8JsonWriter header, Body body, DataFrame frame, Extent extent, IReadOnlyList<int> columns)
    {
        header.WriteStartObject();
        header.WriteNumber("from", extent.From);
        header.WriteNumber("count", extent.Rows.Length);
        header.WriteNumber("total", extent.Total);
        if (extent.IsNumbered)
            Place("rows", WireSegment.Numbers(extent.Rows));
        header.WriteStartArray("columns");
        foreach (var index in columns)
        {
            var wire = WireColumn.Of(frame.ColumnAt(index), extent.Rows);
            header.WriteStartObject();
            header.WriteNumber("index", index);
            header.WriteString("name", frame.Columns.Names[index]);
            header.WriteString("type", wire.Type);
            Place("values", wire.Values);
            Place("text", wire.Text);
            Place("valid", wire.Valid);
            header.WriteEndObject();
        }

        header.WriteEndArray();
        header.WriteEndObject();

        void Place(string name, WireSegment? segment)
        {
            if (segment is not { } placed)
                return;
            header.WriteStartArray(name);
            header.WriteNumberValue(body.Place(placed));
            header.WriteNumberValue(placed.Length);
            header.WriteEndArray();
        }
    }

    private static int Aligned(int length) => (length + Alignment - 1) / Alignment * Alignment;

    /// <summary>Which rows a window has, of how many, and whether it says their numbers.</summary>
    private readonly record struct Extent(int From, int Total, int[] Rows, bool IsNumbered);

    /// <summary>What follows the header: segments one after another, each aligned.</summary>
    private sealed class Body
    {
        private readonly List<(int Start, WireSegment Segment)> _segments = [];

        internal int Length { get; private set; }

        /// <summary>Puts a segment behind the others, and says where it begins.</summary>
        internal int Place(WireSegment segment)
        {
            var start = Aligned(Length);
            _segments.Add((start, segment));
            Length = checked(start + segment.Length);
            return start;
        }

        internal void Write(Span<byte> bytes)
        {
            foreach (var (start, segment) in _segments)
                segment.Write(bytes.Slice(start, segment.Length));
        }
    }
}
