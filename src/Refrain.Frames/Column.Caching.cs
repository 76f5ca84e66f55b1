using Refrain.Caching.Snapshots;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain;

/// <content>What a cache needs to know of a column by itself, as an argument or as a result.</content>
public abstract partial class Column : ICopyable<Column>, ICacheKey, IMeasured
{
    long IMeasured.Bytes => ByteCount([this]);

    object ICacheKey.CacheKey => FrameIdentity.Key(this);

    /// <remarks>A column never changes, so everyone may have this one.</remarks>
    Column ICopyable<Column>.Copy() => this;

    /// <summary>The bytes that columns keep alive; memory that several share counts once.</summary>
    internal static long ByteCount(ReadOnlySpan<Column> columns)
    {
        var owners = new Dictionary<object, long>(ReferenceEqualityComparer.Instance);
        foreach (var column in columns)
        {
            foreach (var block in column.Chunks.SelectMany(chunk => chunk.Blocks))
                owners[block.Owner] = block.OwnerBytes;
        }

        return owners.Values.Sum();
    }
}
