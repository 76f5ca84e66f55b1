namespace Refrain.Frames.Columns;

/// <summary>What element types stand for as types of columns.</summary>
internal static class RuntimeTypes
{
    /// <summary>Whether values of the type lie in a column as they lie in an array.</summary>
    internal static bool CanShare<T>() =>
        typeof(T) == typeof(bool) || typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(float) || typeof(T) == typeof(double)
        || typeof(T) == typeof(decimal) || typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateOnly) || typeof(T) == typeof(TimeSpan);

    /// <summary>The type of column that holds values of a type best: smaller integers become int, what a column does not know becomes text.</summary>
    internal static Type ColumnTypeFor(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner.IsEnum)
            return typeof(string);
        return Type.GetTypeCode(inner) switch
        {
            TypeCode.Boolean or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal
                or TypeCode.String or TypeCode.DateTime => inner,
            TypeCode.Byte or TypeCode.SByte or TypeCode.Int16 or TypeCode.UInt16 => typeof(int),
            TypeCode.UInt32 => typeof(long),
            TypeCode.UInt64 => typeof(decimal),
            _ when inner == typeof(DateOnly) || inner == typeof(TimeSpan) => inner,
            _ when inner == typeof(TimeOnly) => typeof(TimeSpan),
            _ when inner == typeof(DateTimeOffset) => typeof(DateTime),
            _ when inner == typeof(Half) => typeof(float),
            _ => typeof(string),
        };
    }

    /// <summary>Whether a value of the type is one cell, and not an object with members that are cells.</summary>
    internal static bool IsOneCell(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner.IsPrimitive || ColumnTypeFor(inner) != typeof(string) || inner == typeof(string) || inner.IsEnum || inner == typeof(Guid) || inner == typeof(Uri);
    }
}
