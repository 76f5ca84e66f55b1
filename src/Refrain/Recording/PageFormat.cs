using Refrain.Caching.Functions;
using Refrain.Caching.Recording;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Snapshots.Bytes.Cbor;

namespace Refrain.Recording;

/// <summary>Recordings as bytes.</summary>
/// <remarks>
/// What is read is drawn without being looked at again, so this very build of the library must have written it: in another one, a kind of element
/// may have other props.
/// </remarks>
/// <param name="library">The build of the library.</param>
internal sealed class PageFormat(Guid library) : RecordingFormat
{
    /// <summary>What this build of the library writes and reads.</summary>
    internal static PageFormat Instance { get; } = new(typeof(PageFormat).Module.ModuleVersionId);

    internal override void Write(object recording, Stream envelope, SegmentList segments, FunctionName function) =>
        ValueBytes.Write(StoredPage.Of((RecordedPage)recording, library), envelope, segments, function);

    internal override object Read(Stream envelope, ISegmentSource segments)
    {
        var stored = ValueBytes.Read<StoredPage>(envelope, segments);
        if (stored.Library != library)
            throw new DamagedBytesException("Another version of the library drew what the bytes of a recording hold.");
        try
        {
            return stored.ToPage();
        }
        catch (Exception error) when (error is not (DamagedBytesException or OutOfMemoryException))
        {
            throw new DamagedBytesException("The bytes of a recording hold elements that cannot be.", error);
        }
    }
}
