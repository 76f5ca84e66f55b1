using System.Data;
using System.Data.Common;
using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows;

/// <summary>Turns the rows of a database reader into columns.</summary>
internal sealed class RecordReader
{
    private readonly IDataReader _reader;
    private readonly IColumnBuilder[] _builders;
    private readonly Func<object, object>?[] _convert;

    private RecordReader(IDataReader reader)
    {
        _reader = reader;
        _builders = new IColumnBuilder[reader.FieldCount];
        _convert = new Func<object, object>?[reader.FieldCount];
        for (var i = 0; i < _builders.Length; i++)
        {
            var field = reader.GetFieldType(i);
            var type = RuntimeTypes.ColumnTypeFor(field);
            _builders[i] = ColumnFactory.Builder(reader.GetName(i), type);
            _convert[i] = field == type ? null : Converter(type);
        }
    }

    internal static DataFrame Read(IDataReader reader)
    {
        var rows = new RecordReader(reader);
        while (reader.Read())
            rows.Add();
        return rows.Build();
    }

    internal static async Task<DataFrame> ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new RecordReader(reader);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add();
        return rows.Build();
    }

    private void Add()
    {
        for (var i = 0; i < _builders.Length; i++)
        {
            if (_reader.IsDBNull(i))
                _builders[i].AddNull();
            else
                _builders[i].AddBoxed(_convert[i] is { } to ? to(_reader.GetValue(i)) : _reader.GetValue(i));
        }
    }

    private DataFrame Build() => new(_builders.Select(builder => builder.Build()));

    private static Func<object, object> Converter(Type type) => value => value switch
    {
        DateTimeOffset time => time.UtcDateTime,
        TimeOnly time => time.ToTimeSpan(),
        Enum or Guid or char => value.ToString()!,
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
    };
}
