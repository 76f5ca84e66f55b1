using Refrain.Caching.Lifetimes;
using Refrain.Frames.Columns;

namespace Refrain;

public sealed partial class DataFrame
{
    /// <summary>The bytes of everything this frame keeps alive, each buffer once.</summary>
    internal long SizeInBytes => Buffers().Sum(buffer => buffer.Bytes);

    /// <summary>A short name of the content: equal for a frame and its copy, different after a change.</summary>
    internal string ContentId => FrameIdentity.ContentId(this);

    /// <summary>The buffers this frame keeps alive, each once, with their sizes; a budget counts a buffer that two frames share once.</summary>
    internal IReadOnlyList<SharedBuffer> Buffers()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var buffers = new List<SharedBuffer>();
        foreach (var column in AllColumns())
        {
            foreach (var buffer in column.Buffers)
            {
                if (seen.Add(buffer.Buffer))
                    buffers.Add(buffer);
            }
        }

        return buffers;
    }
}
