using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Frames.Buffers;
using Refrain.Frames.Queries;

namespace Refrain.Frames.Columns;

/// <summary>A column of text.</summary>
[Immutable]
internal sealed class TextColumn(string? name, ChunkList<TextChunk> data) : Column<string?>(name)
{
    public override Type Type => typeof(string);

    public override int Length => data.Length;

    public override int NullCount => data.NullCount;

    internal ChunkList<TextChunk> Data => data;

    internal override IEnumerable<Chunk> Chunks => data.Enumerate();

    internal override IReadOnlyList<SharedBuffer> Buffers => data.Buffers;

    public override Column Named(string name) => name == Name ? this : new TextColumn(name, data);

    internal override object? Extreme(bool least) => TextOrder.Extreme(this, least);

    internal override string? ReadAt(int row) => data.Locate(row, out var offset).Read(offset);

    internal override object? Box(int row) => ReadAt(row);

    internal override bool IsNullAt(int row) => data.Locate(row, out var offset).IsNull(offset);

    internal override KeyDigest Digest(bool stable) => ContentDigest.OfText(data, stable);

    /// <summary>The column with codes where its text repeats.</summary>
    internal TextColumn Encoded() => new(Name, new([.. data.Enumerate().Select(TextCoding.Encode)]));

    internal override Column Gather(ReadOnlySpan<int> rows)
    {
        if (TextGathering.TryByCodes(data, rows) is { } coded)
            return new TextColumn(Name, new(coded));
        var builder = new TextBuilder(Name);
        foreach (var row in rows)
        {
            if (row < 0)
            {
                builder.AddNull();
                continue;
            }

            var chunk = data.Locate(row, out var offset);
            if (chunk.IsNull(offset))
                builder.AddNull();
            else
                builder.AddUtf8(chunk.Utf8(offset));
        }

        return builder.BuildText();
    }

    internal override Column First(int count)
    {
        var chunks = new List<TextChunk>();
        foreach (var chunk in data.Chunks)
        {
            if (count <= 0)
                break;
            chunks.Add(chunk.Length <= count ? chunk : chunk.First(count));
            count -= chunk.Length;
        }

        return new TextColumn(Name, new([.. chunks]));
    }

    internal override (int Start, Column Column) ChunksFrom(int row)
    {
        var (start, chunks) = data.From(row);
        return (start, new TextColumn(Name, new(chunks)));
    }

    internal override Column Append(Column other) => new TextColumn(Name, new([.. data.Enumerate(), .. ((TextColumn)other).Data.Enumerate()]));

    internal override ColumnEditor Edit() => new TextEditor(this);

    internal override TResult Accept<TResult>(IColumnVisitor<TResult> visitor) => visitor.Visit(this);
}
