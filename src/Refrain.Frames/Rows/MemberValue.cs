using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows;

/// <summary>Reads a cell as the type of an object's member, which may be one that a column does not have.</summary>
internal static class MemberValue
{
    internal static T Read<T>(Row row, string column)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (type == typeof(object) || RuntimeTypes.ColumnTypeFor(type) == type)
            return row.Get<T>(column);
        var value = row[column];
        if (value is null)
            return default(T) is null ? default! : row.Get<T>(column);
        return (T)Convert(value, type, row, column);
    }

    private static object Convert(object value, Type type, Row row, string column)
    {
        try
        {
            return value switch
            {
                string text when type.IsEnum => Enum.Parse(type, text, ignoreCase: true),
                string text when type == typeof(Guid) => Guid.Parse(text),
                string text when type == typeof(Uri) => new Uri(text, UriKind.RelativeOrAbsolute),
                DateTime time when type == typeof(DateTimeOffset) => new DateTimeOffset(time),
                TimeSpan time when type == typeof(TimeOnly) => TimeOnly.FromTimeSpan(time),
                int number when type.IsEnum => Enum.ToObject(type, number),
                _ => System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception error) when (error is FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw FrameErrors.NotOfMember(column, row.Index, value, type, error);
        }
    }
}
