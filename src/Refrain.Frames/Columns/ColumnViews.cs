namespace Refrain.Frames.Columns;

/// <summary>Gives columns as the type somebody asks for.</summary>
internal static class ColumnViews
{
    /// <exception cref="FrameException">The column holds a type that C# would not convert by itself.</exception>
    internal static Column<T> As<T>(Column column)
    {
        if (column is Column<T> typed)
            return typed;
        if (column.Nullable is Column<T> nullable)
            return nullable;
        var asked = System.Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (!ColumnTypes.Widens(column.Type, asked))
            throw FrameErrors.WrongType(column, typeof(T));
        return As<T>(Widened(column, asked));
    }

    /// <summary>A new column of a type that holds the numbers of this one.</summary>
    internal static Column Widened(Column column, Type type) =>
        type == typeof(long) ? column.Accept(new Widening<long>())
        : type == typeof(float) ? column.Accept(new Widening<float>())
        : type == typeof(double) ? column.Accept(new Widening<double>())
        : column.Accept(new Widening<decimal>());

    /// <summary>Reads one cell as a type the column does not have as such.</summary>
    internal static T Read<T>(Column column, int row)
    {
        if (column.Nullable is Column<T> nullable)
            return nullable.ReadAt(row);
        if (typeof(T) == typeof(double) && ColumnTypes.Widens(column.Type, typeof(double)))
            return (T)(object)column.ReadDouble(row);
        var asked = System.Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (typeof(T) != typeof(object) && !ColumnTypes.Widens(column.Type, asked))
            throw FrameErrors.WrongType(column, typeof(T));
        var value = column.Box(row);
        if (value is null && default(T) is not null)
            throw FrameErrors.NullValue(column, row);
        return typeof(T) == typeof(object) ? (T)value! : (T)Widen(value, asked)!;
    }

    private static object? Widen(object? value, Type type) =>
        value is null ? null : Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture);
}
