using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain.Elements;

/// <summary>Reads the values of a column as the numbers an axis in the browser has: times in milliseconds and dates in days since 1970.</summary>
internal static class AxisValues
{
    private static readonly int Day0 = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Whether the values lie on an axis.</summary>
    public static bool Has(Column column) =>
        ColumnTypes.IsNumeric(column.Type) || column.Type == typeof(DateTime) || column.Type == typeof(DateOnly) || column.Type == typeof(TimeSpan);

    /// <summary>Goes through the chunks of a column, several at once, and gives what was found in each. A null is passed as NaN.</summary>
    /// <typeparam name="TFound">What is found in a chunk.</typeparam>
    public static IReadOnlyList<TFound> Scan<TFound>(Column column, Func<double[], TFound> scan) => column.Storage.Accept(new Scanner<TFound>(scan));

    /// <summary>All values of a column. A null is NaN.</summary>
    public static double[] ToArray(Column column)
    {
        var values = GC.AllocateUninitializedArray<double>(column.Length);
        var next = 0;
        foreach (var part in Scan(column, part => part))
        {
            part.CopyTo(values, next);
            next += part.Length;
        }

        return values;
    }

    /// <summary>The value of a row that has one.</summary>
    public static double At(Column column, int row) => column.Storage.Accept(new Reader(row));

    private static double Of<T>(T value)
        where T : unmanaged =>
        typeof(T) == typeof(DateTime) ? ((DateTime)(object)value - DateTime.UnixEpoch).TotalMilliseconds
        : typeof(T) == typeof(DateOnly) ? ((DateOnly)(object)value).DayNumber - Day0
        : typeof(T) == typeof(TimeSpan) ? ((TimeSpan)(object)value).TotalMilliseconds
        : Numbers<T>.ToDouble(value);

    private sealed class Reader(int row) : IColumnVisitor<double>
    {
        public double Visit<T>(ValueColumn<T> column)
            where T : unmanaged => Of(column.ReadAt(row));

        public double Visit(TextColumn column) => throw new InvalidOperationException("Text lies on no axis.");
    }

    private sealed class Scanner<TFound>(Func<double[], TFound> scan) : IColumnVisitor<IReadOnlyList<TFound>>
    {
        public IReadOnlyList<TFound> Visit<T>(ValueColumn<T> column)
            where T : unmanaged
        {
            var found = new TFound[column.Data.Chunks.Length];
            Parallel.For(0, found.Length, at => found[at] = scan(Read(column.Data.Chunks[at])));
            return found;
        }

        public IReadOnlyList<TFound> Visit(TextColumn column) => throw new InvalidOperationException("Text lies on no axis.");

        private static double[] Read<T>(ValueChunk<T> chunk)
            where T : unmanaged
        {
            var numbers = GC.AllocateUninitializedArray<double>(chunk.Length);
            var values = chunk.Values;
            for (var row = 0; row < numbers.Length; row++)
                numbers[row] = chunk.NullCount > 0 && chunk.IsNull(row) ? double.NaN : Of(values[row]);
            return numbers;
        }
    }
}
