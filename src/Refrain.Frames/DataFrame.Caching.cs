using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Snapshots;
using Refrain.Frames.Columns;

namespace Refrain;

/// <content>What a cache needs to know of a frame.</content>
public sealed partial class DataFrame : ICacheKey, IDigested, IMeasured
{
    /// <summary>A digest of the names, types and contents of the columns: equal for frames of equal content, and nothing that was digested before is read again.</summary>
    object ICacheKey.CacheKey => FrameIdentity.Digest(AllColumns(), stable: true).ToString();

    /// <remarks>What the cache of this library takes in place of <see cref="ICacheKey.CacheKey"/>.</remarks>
    KeyDigest IDigested.Digest(bool stable) => FrameIdentity.Digest(AllColumns(), stable);

    IEnumerable<SharedBuffer> IMeasured.Buffers => Buffers();
}
