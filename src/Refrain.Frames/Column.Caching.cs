using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Snapshots;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Frames.Columns;

namespace Refrain;

/// <content>What a cache needs to know of a column by itself, as an argument or as a result.</content>
[Immutable]
public abstract partial class Column : ICacheKey, IDigested, IMeasured, IByteForm<Column>
{
    object ICacheKey.CacheKey => FrameIdentity.Digest([this], stable: true).ToString();

    KeyDigest IDigested.Digest(bool stable) => FrameIdentity.Digest([this], stable);

    IEnumerable<SharedBuffer> IMeasured.Buffers => Buffers;

    static void IByteForm<Column>.Write(ValueWriter writer, Column value) => ColumnBytes.Write(writer, value);

    static Column IByteForm<Column>.Read(ValueReader reader) => ColumnBytes.Read(reader);

    /// <summary>The buffers the column keeps alive, each once.</summary>
    internal abstract IReadOnlyList<SharedBuffer> Buffers { get; }
}
