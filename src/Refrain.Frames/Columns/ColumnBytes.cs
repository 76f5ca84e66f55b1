using Refrain.Caching.Snapshots.Bytes;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>Columns as stored bytes: type, name, whether seen as nullable, and the chunks.</summary>
internal static class ColumnBytes
{
    /// <summary>The types of columns by their place, which is part of the format.</summary>
    private static readonly Type[] Types =
    [
        typeof(bool), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal), typeof(DateTime), typeof(DateOnly), typeof(TimeSpan), typeof(string),
    ];

    internal static void Write(ValueWriter writer, Column column)
    {
        writer.Array(4);
        writer.Int(Array.IndexOf(Types, column.Type));
        writer.Value(column.Name);
        writer.Bool(column.Storage != column);
        column.Accept(new Chunks(writer));
    }

    internal static Column Read(ValueReader reader)
    {
        reader.Array(4);
        var type = reader.Int();
        var name = reader.Value<string?>();
        var isView = reader.Bool();
        Column column = type switch
        {
            0 => Values<bool>(reader, name),
            1 => Values<int>(reader, name),
            2 => Values<long>(reader, name),
            3 => Values<float>(reader, name),
            4 => Values<double>(reader, name),
            5 => Values<decimal>(reader, name),
            6 => Values<DateTime>(reader, name),
            7 => Values<DateOnly>(reader, name),
            8 => Values<TimeSpan>(reader, name),
            9 => new TextColumn(name, new(Read<TextChunk>(reader))),
            _ => throw ValueReader.Damaged("a type of columns"),
        };
        return !isView ? column : column.Nullable ?? throw ValueReader.Damaged("a column of structures");
    }

    private static ValueColumn<T> Values<T>(ValueReader reader, string? name)
        where T : unmanaged =>
        new ValueColumn<T>(name, new(Read<ValueChunk<T>>(reader)));

    private static TChunk[] Read<TChunk>(ValueReader reader)
        where TChunk : Chunk
    {
        var chunks = reader.Value<TChunk[]>();
        return chunks != null && Array.TrueForAll(chunks, chunk => chunk != null) ? chunks : throw ValueReader.Damaged("the chunks of a column");
    }

    private sealed class Chunks(ValueWriter writer) : IColumnVisitor<bool>
    {
        public bool Visit<T>(ValueColumn<T> column)
            where T : unmanaged
        {
            writer.Value(column.Data.ToArray());
            return true;
        }

        public bool Visit(TextColumn column)
        {
            writer.Value(column.Data.ToArray());
            return true;
        }
    }
}
