using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows;

/// <summary>One column of a window as it travels to the browser; see "Rows" in docs/wire.md.</summary>
/// <param name="Type">The name of the type on the wire.</param>
/// <param name="Values">The values, or the offsets into <paramref name="Text"/>.</param>
/// <param name="Text">UTF-8, for types that travel as text.</param>
/// <param name="Valid">The bits of the rows that are not null; null when all are.</param>
internal sealed record WireColumn(string Type, WireSegment Values, WireSegment? Text, WireSegment? Valid)
{
    /// <summary>What the wire calls the type of a column.</summary>
    internal static string TypeOf(Column column) => column.Storage.Accept(Naming.Instance);

    internal static WireColumn Of(Column column, int[] rows)
    {
        var hasNulls = column.NullCount > 0 && Array.Exists(rows, column.IsNullAt);
        var (values, text) = column.Storage.Accept(new Segments(rows, hasNulls));
        return new(TypeOf(column), values, text, hasNulls ? Bits(column, rows) : null);
    }

    private static WireSegment Bits(Column column, int[] rows) => new(Bitmap.Bytes(rows.Length), bits =>
    {
        for (var i = 0; i < rows.Length; i++)
            Bitmap.Set(bits, i, !column.IsNullAt(rows[i]));
    });

    private sealed class Naming : IColumnVisitor<string>
    {
        internal static readonly Naming Instance = new();

        public string Visit<T>(ValueColumn<T> column)
            where T : unmanaged =>
            typeof(T) == typeof(bool) ? "bool"
            : typeof(T) == typeof(int) ? "int32"
            : typeof(T) == typeof(long) ? "int64"
            : typeof(T) == typeof(float) || typeof(T) == typeof(double) ? "float64"
            : typeof(T) == typeof(decimal) ? "decimal"
            : typeof(T) == typeof(DateTime) ? "dateTime"
            : typeof(T) == typeof(DateOnly) ? "date"
            : "timeSpan";

        public string Visit(TextColumn column) => "text";
    }

    private sealed class Segments(int[] rows, bool hasNulls) : IColumnVisitor<(WireSegment Values, WireSegment? Text)>
    {
        private const int LongestDecimal = 32;

        private static readonly DateOnly Epoch = new(1970, 1, 1);

        public (WireSegment, WireSegment?) Visit<T>(ValueColumn<T> column)
            where T : unmanaged => column switch
            {
                ValueColumn<bool> bools => Values(bools, static value => (byte)(value ? 1 : 0)),
                ValueColumn<int> ints => Values(ints, static value => value),
                ValueColumn<long> longs => Values(longs, static value => value),
                ValueColumn<float> floats => Values(floats, static value => (double)value),
                ValueColumn<double> doubles => Values(doubles, static value => value),
                ValueColumn<DateTime> times => Values(times, static value => (value.Ticks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerMillisecond),
                ValueColumn<DateOnly> dates => Values(dates, static value => value.DayNumber - Epoch.DayNumber),
                ValueColumn<TimeSpan> spans => Values(spans, static value => value.TotalMilliseconds),
                ValueColumn<decimal> decimals => Texts(row => Format(decimals, row, stackalloc byte[LongestDecimal]), (row, text) => Format(decimals, row, text)),
                _ => throw FrameErrors.UnknownType(column.Type),
            };

        public (WireSegment, WireSegment?) Visit(TextColumn column) => Texts(
            row => column.Data.Locate(row, out var offset).Utf8(offset).Length,
            (row, text) =>
            {
                var utf8 = column.Data.Locate(row, out var offset).Utf8(offset);
                utf8.CopyTo(text);
                return utf8.Length;
            });

        private unsafe (WireSegment, WireSegment?) Values<T, TWire>(ValueColumn<T> column, Func<T, TWire> convert)
            where T : unmanaged
            where TWire : unmanaged, INumberBase<TWire>
        {
            return (new(rows.Length * sizeof(TWire), Write), null);

            void Write(Span<byte> bytes)
            {
                var values = MemoryMarshal.Cast<byte, TWire>(bytes);
                for (var i = 0; i < rows.Length; i++)
                {
                    var chunk = column.Data.Locate(rows[i], out var offset);
                    if (!hasNulls || !chunk.IsNull(offset))
                        values[i] = convert(chunk.Values[offset]);
                }

                if (!BitConverter.IsLittleEndian)
                    ReverseEach(bytes, sizeof(TWire));
            }
        }

        /// <summary>Offsets and text. A null has none of it.</summary>
        private (WireSegment, WireSegment?) Texts(Func<int, int> measure, Func<int, Span<byte>, int> write)
        {
            var ends = new int[rows.Length + 1];
            for (var i = 0; i < rows.Length; i++)
                ends[i + 1] = checked(ends[i] + measure(rows[i]));
            return (WireSegment.Numbers(ends), new(ends[^1], text =>
            {
                foreach (var row in rows)
                    text = text[write(row, text)..];
            }));
        }

        private static int Format(ValueColumn<decimal> column, int row, Span<byte> text)
        {
            var written = 0;
            if (column.ReadNullable(row) is { } value && !value.TryFormat(text, out written, default, CultureInfo.InvariantCulture))
                throw new InvalidOperationException($"{value} was measured to be shorter.");
            return written;
        }

        private static void ReverseEach(Span<byte> bytes, int size)
        {
            for (; bytes.Length > 0; bytes = bytes[size..])
                bytes[..size].Reverse();
        }
    }
}
