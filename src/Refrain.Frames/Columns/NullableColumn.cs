using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>A column of structs seen as the nullable type.</summary>
[Immutable]
internal sealed class NullableColumn<T>(ValueColumn<T> storage) : Column<T?>(storage.Name)
    where T : unmanaged
{
    public override Type Type => storage.Type;

    public override int Length => storage.Length;

    public override int NullCount => storage.NullCount;

    internal override Column Storage => storage;

    internal override IEnumerable<Chunk> Chunks => storage.Chunks;

    internal override IReadOnlyList<SharedBuffer> Buffers => storage.Buffers;

    public override Column Named(string name) => new NullableColumn<T>((ValueColumn<T>)storage.Named(name));

    public override double Sum() => storage.Sum();

    public override double Mean() => storage.Mean();

    internal override object? Extreme(bool least) => storage.Extreme(least);

    internal override T? ReadAt(int row) => storage.ReadNullable(row);

    internal override object? Box(int row) => storage.Box(row);

    internal override bool IsNullAt(int row) => storage.IsNullAt(row);

    internal override double ReadDouble(int row) => storage.ReadDouble(row);

    internal override KeyDigest Digest(bool stable) => storage.Digest(stable);

    internal override Column Gather(ReadOnlySpan<int> rows) => storage.Gather(rows);

    internal override Column First(int count) => storage.First(count);

    internal override (int Start, Column Column) ChunksFrom(int row) => storage.ChunksFrom(row);

    internal override Column Append(Column other) => storage.Append(other);

    internal override ColumnEditor Edit() => storage.Edit();

    internal override TResult Accept<TResult>(IColumnVisitor<TResult> visitor) => storage.Accept(visitor);
}
