namespace Refrain.Frames.Columns;

/// <summary>The types a column can hold, and what C# calls them.</summary>
internal static class ColumnTypes
{
    internal const string All = "bool, int, long, float, double, decimal, string, DateTime, DateOnly or TimeSpan";

    internal static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Name(inner) + "?";
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum || type.IsArray => type.Name,
            TypeCode.Boolean => "bool",
            TypeCode.Char => "char",
            TypeCode.Byte => "byte",
            TypeCode.SByte => "sbyte",
            TypeCode.Int16 => "short",
            TypeCode.UInt16 => "ushort",
            TypeCode.UInt32 => "uint",
            TypeCode.UInt64 => "ulong",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.Decimal => "decimal",
            TypeCode.String => "string",
            _ when type == typeof(object) => "object",
            _ => type.Name,
        };
    }

    internal static bool IsNumeric(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(float) || type == typeof(double) || type == typeof(decimal);

    /// <summary>Whether C# would convert a number of one type to the other without being asked.</summary>
    internal static bool Widens(Type from, Type to) =>
        (from == typeof(int) && (to == typeof(long) || to == typeof(float) || to == typeof(double) || to == typeof(decimal)))
        || (from == typeof(long) && (to == typeof(float) || to == typeof(double) || to == typeof(decimal)))
        || (from == typeof(float) && to == typeof(double));
}
