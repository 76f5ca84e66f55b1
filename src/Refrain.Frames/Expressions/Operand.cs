using Refrain.Frames.Columns;

namespace Refrain.Frames.Expressions;

/// <summary>One side of an operation: a column, or a value that stands for as many as the other side has rows.</summary>
internal sealed class Operand
{
    private readonly object? _value;

    private Operand(Column? column, object? value) => (Column, _value) = (column, value);

    /// <summary>The column; null for a single value.</summary>
    internal Column? Column { get; }

    internal Type Type => Column?.Type ?? _value!.GetType();

    internal string? Text => (string?)_value;

    internal static Operand Of(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(column.Storage, null);
    }

    internal static Operand Of(Scalar scalar) => new(null, scalar.Value);

    /// <summary>The number of rows of an operation on two sides.</summary>
    /// <exception cref="FrameException">Both are columns, of different lengths.</exception>
    internal static int Length(Operand left, Operand right)
    {
        if (left.Column is { } first && right.Column is { } second && first.Length != second.Length)
            throw FrameErrors.LengthsDiffer(first, second);
        return (left.Column ?? right.Column)!.Length;
    }

    /// <summary>The values as a type that holds them.</summary>
    internal Input<T> As<T>()
        where T : unmanaged
    {
        if (Column is null)
            return new(CellValue.TryConvert<T>(_value!, out var value) ? value : throw FrameErrors.UnknownType(Type));
        return new(((ValueColumn<T>)(Column.Type == typeof(T) ? Column : ColumnViews.Widened(Column, typeof(T)))).Data);
    }

    /// <summary>What an error calls it.</summary>
    public override string ToString() => Column is null ? ColumnTypes.Name(Type) : $"{(Column.Name is { } name ? $"column '{name}'" : "a column")} of {ColumnTypes.Name(Type)}";

    /// <summary>The type in which two sides meet: the one that C# would convert the other to without being asked; null when there is none.</summary>
    internal static Type? Common(Operand left, Operand right) =>
        left.Type == right.Type || ColumnTypes.Widens(right.Type, left.Type) ? left.Type
        : ColumnTypes.Widens(left.Type, right.Type) ? right.Type
        : null;
}
