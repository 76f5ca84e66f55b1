using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>Takes writes to a column of text: kept beside the column, and put in when it is sealed.</summary>
internal sealed class TextEditor(TextColumn column) : ColumnEditor
{
    private readonly Dictionary<int, string?>?[] _writes = new Dictionary<int, string?>?[column.Data.Chunks.Length];

    internal override object? Read(int row)
    {
        var index = column.Data.IndexOf(row);
        return _writes[index] is { } writes && writes.TryGetValue(row, out var text) ? text : column.ReadAt(row);
    }

    internal override void Write(int row, object? value)
    {
        if (value is not null and not string)
            throw FrameErrors.CannotHold(column, value);
        (_writes[column.Data.IndexOf(row)] ??= [])[row] = (string?)value;
    }

    internal override Column Seal()
    {
        var chunks = new List<TextChunk>();
        for (var i = 0; i < _writes.Length; i++)
        {
            if (_writes[i] is { } writes)
                chunks.AddRange(Rewrite(column.Data.Chunks[i], column.Data.StartOf(i), writes));
            else
                chunks.Add(column.Data.Chunks[i]);
        }

        return new TextColumn(column.Name, new([.. chunks]));
    }

    private static IEnumerable<TextChunk> Rewrite(TextChunk chunk, int start, Dictionary<int, string?> writes)
    {
        var builder = new TextBuilder(null);
        for (var i = 0; i < chunk.Length; i++)
        {
            if (writes.TryGetValue(start + i, out var text))
                builder.Add(text);
            else if (chunk.IsNull(i))
                builder.AddNull();
            else
                builder.AddUtf8(chunk.Utf8(i));
        }

        var rewritten = builder.BuildText();
        return (chunk.IsCoded ? rewritten.Encoded() : rewritten).Data.Enumerate();
    }
}
