using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Snapshots;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain;

/// <content>What a cache needs to know of a column by itself, as an argument or as a result.</content>
[Immutable]
public abstract partial class Column : ICacheKey, IDigested, IMeasured, IByteForm<Column>
{
    object ICacheKey.CacheKey => FrameIdentity.Digest([this], stable: true).ToString();

    KeyDigest IDigested.Digest(bool stable) => FrameIdentity.Digest([this], stable);

    IEnumerable<SharedBuffer> IMeasured.Buffers => Blocks().Select(block => new SharedBuffer(block.Owner, block.OwnerBytes));

    static void IByteForm<Column>.Write(ValueWriter writer, Column value) => ColumnBytes.Write(writer, value);

    static Column IByteForm<Column>.Read(ValueReader reader) => ColumnBytes.Read(reader);

    /// <summary>The buffers the column keeps alive, one block of each.</summary>
    internal IEnumerable<Block> Blocks() =>
        Chunks.SelectMany(chunk => chunk.Blocks).DistinctBy(block => block.Owner, ReferenceEqualityComparer.Instance);
}
