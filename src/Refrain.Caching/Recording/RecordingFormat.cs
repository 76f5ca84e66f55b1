using Refrain.Caching.Functions;
using Refrain.Caching.Snapshots.Bytes;

namespace Refrain.Caching.Recording;

/// <summary>How recordings become bytes and back, for entries that a store keeps. The app model implements it.</summary>
internal abstract class RecordingFormat
{
    /// <summary>Writes what <see cref="DrawingScope.EndFlight"/> gave, where the envelope stands.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="envelope">Everything but bulk data.</param>
    /// <param name="segments">Bulk data; it refers to memory of the recording, which never changes.</param>
    /// <param name="function">Whose recording it is, for errors.</param>
    internal abstract void Write(object recording, Stream envelope, SegmentList segments, FunctionName function);

    /// <summary>Reads what <see cref="DrawingScope.Replay"/> takes, and leaves the envelope after that.</summary>
    /// <param name="envelope">The envelope; it must be able to seek.</param>
    /// <param name="segments">The segments it refers to; what is read goes on using them.</param>
    /// <exception cref="Snapshots.Bytes.Cbor.DamagedBytesException">It is not what was written, or another version of the library wrote it.</exception>
    internal abstract object Read(Stream envelope, ISegmentSource segments);
}
