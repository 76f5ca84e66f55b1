using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Snapshots;

/// <summary>Something of this library that stands on buffers which others may share, for example a frame, or what a function drew.</summary>
internal interface IMeasured
{
    /// <summary>The buffers, each once.</summary>
    IEnumerable<SharedBuffer> Buffers { get; }
}
