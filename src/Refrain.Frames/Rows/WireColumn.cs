using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows;

/// <summary>One column of a window as it travels to the browser; see "Rows" in docs/wire.md.</summary>
/// <param name="Type">The name of the type on the wire.</param>
/// <param name="Values">The values, or the offsets into <paramref name="Text"/>.</param>
/// <param name="Text">UTF-8, for types that travel as text.</param>
/// <param name="Valid">The bits of the rows that are not null; null when all are.</param>
internal sealed record WireColumn(string Type, byte[] Values, byte[]? Text, byte[]? Valid)
{
    /// <summary>What the wire calls the type of a column.</summary>
    internal static string TypeOf(Column column) => column.Storage.Accept(Naming.Instance);

    /// <summary>Numbers of rows, as a column of <c>int32</c> has its values.</summary>
    internal static byte[] Numbers(ReadOnlySpan<int> rows)
    {
        var bytes = new byte[rows.Length * sizeof(int)];
        for (var i = 0; i < rows.Length; i++)
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), rows[i]);
        return bytes;
    }

    internal static WireColumn Of(Column column, ReadOnlySpan<int> rows)
    {
        byte[]? valid = null;
        if (column.NullCount > 0)
        {
            valid = new byte[Bitmap.Bytes(rows.Length)];
            for (var i = 0; i < rows.Length; i++)
                Bitmap.Set(valid, i, !column.IsNullAt(rows[i]));
            if (Bitmap.Count(valid, rows.Length) == rows.Length)
                valid = null;
        }

        return column.Storage.Accept(new Writer(rows.ToArray(), valid));
    }

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

    private sealed class Writer(int[] rows, byte[]? valid) : IColumnVisitor<WireColumn>
    {
        private static readonly DateOnly Epoch = new(1970, 1, 1);

        public WireColumn Visit<T>(ValueColumn<T> column)
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
                ValueColumn<decimal> decimals => Texts(decimals, i => Encoding.UTF8.GetBytes(decimals.ReadAt(rows[i]).ToString(CultureInfo.InvariantCulture))),
                _ => throw FrameErrors.UnknownType(column.Type),
            };

        public WireColumn Visit(TextColumn column) => Texts(column, i =>
        {
            var chunk = column.Data.Locate(rows[i], out var offset);
            return chunk.Utf8(offset).ToArray();
        });

        private unsafe WireColumn Values<T, TWire>(ValueColumn<T> column, Func<T, TWire> convert)
            where T : unmanaged
            where TWire : unmanaged, INumberBase<TWire>
        {
            var bytes = new byte[rows.Length * sizeof(TWire)];
            var values = MemoryMarshal.Cast<byte, TWire>(bytes.AsSpan());
            for (var i = 0; i < rows.Length; i++)
            {
                if (!IsNull(i))
                    values[i] = convert(column.Data.Locate(rows[i], out var offset).Values[offset]);
            }

            if (!BitConverter.IsLittleEndian)
                ReverseEach(bytes, sizeof(TWire));
            return new(TypeOf(column), bytes, null, valid);
        }

        private WireColumn Texts(Column column, Func<int, byte[]> read)
        {
            var offsets = new byte[(rows.Length + 1) * sizeof(int)];
            using var text = new MemoryStream();
            for (var i = 0; i < rows.Length; i++)
            {
                if (!IsNull(i))
                    text.Write(read(i));
                System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(offsets.AsSpan((i + 1) * sizeof(int)), (int)text.Length);
            }

            return new(TypeOf(column), offsets, text.ToArray(), valid);
        }

        private bool IsNull(int row) => valid is not null && !Bitmap.Get(valid, row);

        private static void ReverseEach(byte[] bytes, int size)
        {
            for (var i = 0; i < bytes.Length; i += size)
                Array.Reverse(bytes, i, size);
        }
    }
}
