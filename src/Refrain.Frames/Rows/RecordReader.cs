using System.Data;
using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows;

/// <summary>Turns the rows of a database reader into columns.</summary>
internal static class RecordReader
{
    internal static DataFrame Read(IDataReader reader)
    {
        var builders = new IColumnBuilder[reader.FieldCount];
        var convert = new Func<object, object>?[reader.FieldCount];
        for (var i = 0; i < builders.Length; i++)
        {
            var field = reader.GetFieldType(i);
            var type = RuntimeTypes.ColumnTypeFor(field);
            builders[i] = ColumnFactory.Builder(reader.GetName(i), type);
            convert[i] = field == type ? null : Converter(type);
        }

        while (reader.Read())
        {
            for (var i = 0; i < builders.Length; i++)
            {
                if (reader.IsDBNull(i))
                    builders[i].AddNull();
                else
                    builders[i].AddBoxed(convert[i] is { } to ? to(reader.GetValue(i)) : reader.GetValue(i));
            }
        }

        return new DataFrame(builders.Select(builder => builder.Build()));
    }

    private static Func<object, object> Converter(Type type) => value => value switch
    {
        DateTimeOffset time => time.UtcDateTime,
        TimeOnly time => time.ToTimeSpan(),
        Enum or Guid or char => value.ToString()!,
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
    };
}
