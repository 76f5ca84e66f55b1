using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Snapshots;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Frames.Columns;
using Refrain.Frames.Queries;

namespace Refrain;

/// <content>What a cache needs to know of a frame.</content>
public sealed partial class DataFrame : ICacheKey, IDigested, IMeasured, IByteForm<DataFrame>
{
    /// <summary>A digest of the names, types and contents of the columns: equal for frames of equal content, and nothing that was digested before is read again.</summary>
    object ICacheKey.CacheKey => FrameIdentity.Digest(AllColumns(), stable: true).ToString();

    /// <remarks>What the cache of this library takes in place of <see cref="ICacheKey.CacheKey"/>.</remarks>
    KeyDigest IDigested.Digest(bool stable) => FrameIdentity.Digest(AllColumns(), stable);

    IEnumerable<SharedBuffer> IMeasured.Buffers => Buffers();

    static void IByteForm<DataFrame>.Write(ValueWriter writer, DataFrame value)
    {
        var columns = value.AllColumns();
        writer.Array(4);
        writer.UInt((ulong)value.RowCount);
        writer.Value(value.Names.Names);
        writer.Array(columns.Length);
        foreach (var column in columns)
            writer.Value(column);
        writer.Value(value._order);
    }

    static DataFrame IByteForm<DataFrame>.Read(ValueReader reader)
    {
        reader.Array(4);
        var rows = reader.UInt();
        var names = new ColumnNames(reader.Value<string[]>());
        var columns = new Column[reader.Array()];
        foreach (ref var column in columns.AsSpan())
            column = reader.Value<Column>();
        var order = reader.Value<SortKey[]>();
        if (rows > int.MaxValue || columns.Length != names.Names.Length || order is null || Array.Exists(order, key => !names.TryFind(key.Column, out _)))
            throw ValueReader.Damaged("the columns of a frame");
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index].Length != (int)rows || columns[index].Name != names.Names[index])
                throw ValueReader.Damaged("the columns of a frame");
        }

        return new(names, columns, (int)rows) { _order = order };
    }
}
