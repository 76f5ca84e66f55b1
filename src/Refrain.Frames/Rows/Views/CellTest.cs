using System.Globalization;
using System.Text;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;
using Refrain.Frames.Queries;

namespace Refrain.Frames.Rows.Views;

/// <summary>One test of the cells of one column. For one thread.</summary>
internal abstract class CellTest : IDisposable
{
    /// <summary>Whether no cell can pass, so that none need be asked.</summary>
    internal virtual bool IsNever => false;

    internal abstract bool Holds(int row);

    public virtual void Dispose()
    {
    }

    /// <summary>Why a filter makes no sense for a column; <see langword="null"/> when it does.</summary>
    internal static string? Check(Column column, RowTest test, string value)
    {
        if (test is RowTest.Contains or RowTest.Empty or RowTest.NotEmpty || column.Storage.Accept(new Parsing(value)))
            return null;
        return $"\"{value}\" is no {ColumnTypes.Name(column.Type)}, which the column {column.Name} holds.";
    }

    internal static CellTest Of(Column column, RowTest test, string value) => column.Storage.Accept(new Making(test, value));

    /// <summary>Whether the order of a cell and the value is what the test asks for.</summary>
    private static bool Passes(RowTest test, int order) => test switch
    {
        RowTest.Equal => order == 0,
        RowTest.NotEqual => order != 0,
        RowTest.Less => order < 0,
        RowTest.AtMost => order <= 0,
        RowTest.Greater => order > 0,
        _ => order >= 0,
    };

    /// <summary>Reads what the browser sent as a value of a column. A whole number may be compared with a fraction.</summary>
    private static object? Parse<T>(string text)
        where T : unmanaged
    {
        var culture = CultureInfo.InvariantCulture;
        return default(T) switch
        {
            bool => bool.TryParse(text, out var truth) ? truth : null,
            DateTime => DateTime.TryParse(text, culture, DateTimeStyles.RoundtripKind, out var time) ? time : null,
            DateOnly => DateOnly.TryParse(text, culture, out var date) ? date : null,
            TimeSpan => TimeSpan.TryParse(text, culture, out var span) ? span : null,
            float => float.TryParse(text, NumberStyles.Float, culture, out var single) && !float.IsNaN(single) ? single : null,
            double => double.TryParse(text, NumberStyles.Float, culture, out var number) && !double.IsNaN(number) ? number : null,
            _ => decimal.TryParse(text, NumberStyles.Float, culture, out var exact) ? exact : null,
        };
    }

    /// <summary>How a cell stands to a value. The cast of a value type to the type it has costs nothing once it is compiled.</summary>
    private static Func<T, int> Comparison<T>(object value)
        where T : unmanaged
    {
        Delegate comparison = default(T) switch
        {
            bool => Compare((bool)value),
            DateTime => Compare((DateTime)value),
            DateOnly => Compare((DateOnly)value),
            TimeSpan => Compare((TimeSpan)value),
            float => Compare((float)value),
            double => Compare((double)value),
            int => Whole<int>((decimal)value, static cell => cell),
            long => Whole<long>((decimal)value, static cell => cell),
            _ => Compare((decimal)value),
        };
        return (Func<T, int>)comparison;
    }

    private static Func<T, int> Compare<T>(T value)
        where T : IComparable<T> => cell => cell.CompareTo(value);

    private static Func<T, int> Whole<T>(decimal value, Func<T, long> widen)
    {
        if (value > long.MaxValue) return _ => -1;
        if (value < long.MinValue) return _ => 1;
        var floor = (long)decimal.Floor(value);
        var isWhole = floor == value;
        return cell => widen(cell) is var number && number == floor && !isWhole ? -1 : widen(cell).CompareTo(floor);
    }

    private sealed class Parsing(string value) : IColumnVisitor<bool>
    {
        public bool Visit<T>(ValueColumn<T> column)
            where T : unmanaged => Parse<T>(value) is not null;

        public bool Visit(TextColumn column) => true;
    }

    private sealed class Making(RowTest test, string value) : IColumnVisitor<CellTest>
    {
        public CellTest Visit<T>(ValueColumn<T> column)
            where T : unmanaged => test switch
            {
                RowTest.Empty or RowTest.NotEmpty => new NullTest(column, test == RowTest.Empty),
                RowTest.Contains => new WrittenTest<T>(column, value),
                _ => new ValueTest<T>(column, test, Comparison<T>(Parse<T>(value)!)),
            };

        public CellTest Visit(TextColumn column) => test switch
        {
            RowTest.Empty or RowTest.NotEmpty => new NullTest(column, test == RowTest.Empty),
            RowTest.Contains => new TextTest(column, value),
            _ => new TextOrderTest(column, test, value),
        };
    }

    private sealed class NullTest(Column column, bool isNull) : CellTest
    {
        internal override bool Holds(int row) => column.IsNullAt(row) == isNull;
    }

    private sealed class ValueTest<T>(ValueColumn<T> column, RowTest test, Func<T, int> compare) : CellTest
        where T : unmanaged
    {
        private readonly PinnedValues<T> _values = new(column.Data);

        internal override bool Holds(int row) =>
            _values.TryRead(row, out var cell) && !ColumnExtremes.IsNaN(cell) && Passes(test, compare(cell));

        public override void Dispose()
        {
            _values.Dispose();
            base.Dispose();
        }
    }

    private sealed class WrittenTest<T>(ValueColumn<T> column, string part) : CellTest
        where T : unmanaged
    {
        private readonly PinnedValues<T> _values = new(column.Data);
        private readonly CellText.Writer<T> _write = CellText.WriterOf<T>();

        internal override bool IsNever => !CellText.CanContain<T>(part);

        internal override bool Holds(int row)
        {
            if (!_values.TryRead(row, out var cell))
                return false;
            Span<char> room = stackalloc char[CellText.Longest];
            ReadOnlySpan<char> text = room[.._write(cell, room)];
            return text.Contains(part, StringComparison.OrdinalIgnoreCase);
        }

        public override void Dispose()
        {
            _values.Dispose();
            base.Dispose();
        }
    }

    private sealed class TextTest(TextColumn column, string part) : CellTest
    {
        private char[] _room = new char[256];

        internal override bool Holds(int row)
        {
            var chunk = column.Data.Locate(row, out var offset);
            var utf8 = chunk.Utf8(offset);
            if (utf8.IsEmpty)
                return false;
            if (utf8.Length > _room.Length)
                _room = new char[utf8.Length];
            ReadOnlySpan<char> text = _room.AsSpan(0, Encoding.UTF8.GetChars(utf8, _room));
            return text.Contains(part, StringComparison.OrdinalIgnoreCase);
        }
    }

    private sealed class TextOrderTest(TextColumn column, RowTest test, string value) : CellTest
    {
        private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(value);

        internal override bool Holds(int row)
        {
            var chunk = column.Data.Locate(row, out var offset);
            if (chunk.IsNull(offset))
                return false;
            return test is RowTest.Equal or RowTest.NotEqual
                ? chunk.Utf8(offset).SequenceEqual(_utf8) == (test == RowTest.Equal)
                : Passes(test, TextOrder.Instance.Compare(chunk.Read(offset), value));
        }
    }
}
