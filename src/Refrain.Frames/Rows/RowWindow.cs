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
    /// <param name="frame">The table.</param>
    /// <param name="from">The first row, in the given order when there is one.</param>
    /// <param name="count">How many rows, at most <see cref="MaxRows"/>.</param>
    /// <param name="columns">The positions of the columns.</param>
    /// <param name="order">The rows of a view, which the answer then numbers; null for all rows in the frame's own order.</param>
    internal static byte[] Write(DataFrame frame, int from, int count, IReadOnlyList<int> columns, int[]? order = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxRows);
        var total = order?.Length ?? frame.RowCount;
        from = Math.Min(from, total);
        var rows = new int[Math.Min(count, total - from)];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = order is null ? from + i : order[from + i];

        return Write(frame, new(from, total, rows, order is not null), columns);
    }

    /// <summary>Writes a short table whole.</summary>
    internal static byte[] WriteAll(DataFrame frame) =>
        Write(frame, new(0, frame.RowCount, [.. Enumerable.Range(0, frame.RowCount)], IsNumbered: false), [.. Enumerable.Range(0, frame.Columns.Count)]);

    private static byte[] Write(DataFrame frame, Extent extent, IReadOnlyList<int> columns)
    {
        var body = new MemoryStream();
        using var json = new MemoryStream();
        using (var header = new Utf8JsonWriter(json))
            WriteHeader(header, body, frame, extent, columns);
        return Join(json.ToArray(), body.ToArray());
    }

    private static void WriteHeader(Utf8JsonWriter header, MemoryStream body, DataFrame frame, Extent extent, IReadOnlyList<int> columns)
    {
        var rows = extent.Rows;
        header.WriteStartObject();
        header.WriteNumber("from", extent.From);
        header.WriteNumber("count", rows.Length);
        header.WriteNumber("total", extent.Total);
        if (extent.IsNumbered)
            Segment(header, body, "rows", WireColumn.Numbers(rows));
        header.WriteStartArray("columns");
        foreach (var index in columns)
        {
            var wire = WireColumn.Of(frame.ColumnAt(index), rows);
            header.WriteStartObject();
            header.WriteNumber("index", index);
            header.WriteString("name", frame.Columns.Names[index]);
            header.WriteString("type", wire.Type);
            Segment(header, body, "values", wire.Values);
            if (wire.Text is not null)
                Segment(header, body, "text", wire.Text);
            if (wire.Valid is not null)
                Segment(header, body, "valid", wire.Valid);
            header.WriteEndObject();
        }

        header.WriteEndArray();
        header.WriteEndObject();
    }

    private static void Segment(Utf8JsonWriter header, MemoryStream body, string name, byte[] bytes)
    {
        body.SetLength(Aligned((int)body.Length));
        body.Position = body.Length;
        header.WriteStartArray(name);
        header.WriteNumberValue(body.Length);
        header.WriteNumberValue(bytes.Length);
        header.WriteEndArray();
        body.Write(bytes);
    }

    private static byte[] Join(byte[] header, byte[] body)
    {
        var start = Magic.Length + sizeof(uint);
        var headerLength = Aligned(start + header.Length) - start;
        var answer = new byte[start + headerLength + body.Length];
        Magic.CopyTo(answer, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(Magic.Length), (uint)headerLength);
        answer.AsSpan(start, headerLength).Fill((byte)' ');
        header.CopyTo(answer, start);
        body.CopyTo(answer, start + headerLength);
        return answer;
    }

    private static int Aligned(int length) => (length + Alignment - 1) / Alignment * Alignment;

    /// <summary>Which rows a window has, of how many, and whether it says their numbers.</summary>
    private readonly record struct Extent(int From, int Total, int[] Rows, bool IsNumbered);
}
