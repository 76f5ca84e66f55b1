using Refrain.Caching.Snapshots;

namespace Refrain;

/// <content>What a cache needs to know of a frame's size.</content>
public sealed partial class DataFrame : IMeasured
{
    long IMeasured.Bytes => Refrain.Column.ByteCount(AllColumns());
}
