using System.Runtime.InteropServices;
using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Frames.Buffers;
using Refrain.Frames.Queries;

namespace Refrain.Frames.Columns;

/// <summary>A column of values of fixed size.</summary>
[Immutable]
internal sealed class ValueColumn<T>(string? name, ChunkList<ValueChunk<T>> data) : Column<T>(name)
    where T : unmanaged
{
    private NullableColumn<T>? _nullable;

    public override Type Type => typeof(T);

    public override int Length => data.Length;

    public override int NullCount => data.NullCount;

    internal ChunkList<ValueChunk<T>> Data => data;

    internal override IEnumerable<Chunk> Chunks => data.Enumerate();

    internal override IReadOnlyList<SharedBuffer> Buffers => data.Buffers;

    internal override Column Nullable => _nullable ??= new(this);

    public override Column Named(string name) => name == Name ? this : new ValueColumn<T>(name, data);

    public override double Sum() => ColumnSums.Sum(this);

    public override double Mean()
    {
        if (!ColumnTypes.IsNumeric(typeof(T)))
            throw FrameErrors.NotNumeric(this, "mean");
        return Length == NullCount ? double.NaN : Sum() / (Length - NullCount);
    }

    internal override object? Extreme(bool least) => ColumnExtremes.Find(this, least) is var row and >= 0 ? Box(row) : null;

    public override T[] ToArray()
    {
        if (NullCount > 0)
            return base.ToArray();
        var values = new T[Length];
        for (var i = 0; i < data.Chunks.Length; i++)
            data.Chunks[i].Values[..data.Chunks[i].Length].CopyTo(values.AsSpan(data.StartOf(i)));
        return values;
    }

    internal override T ReadAt(int row)
    {
        var chunk = data.Locate(row, out var offset);
        if (chunk.IsNull(offset))
            throw FrameErrors.NullValue(this, row);
        return chunk.Values[offset];
    }

    internal T? ReadNullable(int row)
    {
        var chunk = data.Locate(row, out var offset);
        return chunk.IsNull(offset) ? null : chunk.Values[offset];
    }

    internal override object? Box(int row) => ReadNullable(row);

    internal override bool IsNullAt(int row) => data.Locate(row, out var offset).IsNull(offset);

    internal override double ReadDouble(int row) => Numbers<T>.ToDouble(ReadAt(row));

    internal override KeyDigest Digest(bool stable) => ContentDigest.OfValues(data, stable);

    internal override unsafe Column Gather(ReadOnlySpan<int> rows)
    {
        using var values = new PinnedValues<T>(data);
        var count = rows.Length;
        var chunks = new ValueChunk<T>[(int)(((long)count + Chunk.MaxRows - 1) / Chunk.MaxRows)];
        fixed (int* pinned = rows)
        {
            var first = (nint)pinned;
            Parallel.For(0, chunks.Length, i =>
            {
                var start = i * Chunk.MaxRows;
                chunks[i] = Gather(values, new((int*)first + start, Math.Min(Chunk.MaxRows, count - start)));
            });
        }

        return new ValueColumn<T>(Name, new(chunks));
    }

    internal override Column First(int count)
    {
        var chunks = new List<ValueChunk<T>>();
        foreach (var chunk in data.Chunks)
        {
            if (count <= 0)
                break;
            chunks.Add(chunk.Length <= count ? chunk : chunk.First(count));
            count -= chunk.Length;
        }

        return new ValueColumn<T>(Name, new([.. chunks]));
    }

    internal override (int Start, Column Column) ChunksFrom(int row)
    {
        var (start, chunks) = data.From(row);
        return (start, new ValueColumn<T>(Name, new(chunks)));
    }

    internal override Column Append(Column other) =>
        new ValueColumn<T>(Name, new([.. data.Enumerate(), .. ((ValueColumn<T>)other).Data.Enumerate()]));

    internal override ColumnEditor Edit() => new ValueEditor<T>(this);

    internal override TResult Accept<TResult>(IColumnVisitor<TResult> visitor) => visitor.Visit(this);

    internal override void FindRows(Func<T, bool> condition, List<int> found)
    {
        var (buffer, row) = (new int[Math.Min(Chunk.MaxRows, Length)], 0);
        foreach (var chunk in data.Chunks)
        {
            // Written whether the condition holds or not: no branch to be guessed wrong.
            var values = chunk.Values;
            var next = 0;
            for (var i = 0; i < chunk.Length; i++, row++)
            {
                buffer[next] = row;
                next += (chunk.NullCount == 0 || !chunk.IsNull(i)) && condition(values[i]) ? 1 : 0;
            }

            if (found.Count == 0)
                found.EnsureCapacity((int)Math.Min(Length, (long)next * Length / row * 17 / 16));
            found.AddRange(buffer.AsSpan(0, next));
        }
    }

    private static unsafe ValueChunk<T> Gather(PinnedValues<T> source, ReadOnlySpan<int> rows)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(rows.Length * sizeof(T));
        var values = MemoryMarshal.Cast<byte, T>(bytes.AsSpan());
        byte[]? valid = null;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0 && source.TryRead(rows[i], out values[i]))
                continue;
            values[i] = default;
            if (valid is null)
            {
                valid = new byte[Bitmap.Bytes(rows.Length)];
                Bitmap.Fill(valid, 0, rows.Length);
            }

            Bitmap.Set(valid, i, false);
        }

        return new(rows.Length, Block.Own(bytes), valid is null ? null : Block.Own(valid));
    }
}
