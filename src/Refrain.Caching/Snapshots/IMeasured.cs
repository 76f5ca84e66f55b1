namespace Refrain.Caching.Snapshots;

/// <summary>A value of this library that knows how many bytes it takes, for example a frame.</summary>
internal interface IMeasured
{
    /// <summary>Bytes, of buffers that others share as well too.</summary>
    long Bytes { get; }
}
