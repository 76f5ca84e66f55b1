using System.Runtime.InteropServices;
using Refrain.Caching.Keys;

namespace Refrain.Frames.Columns;

/// <summary>What stands for a frame in keys, and what a page calls a table it has.</summary>
internal static class FrameIdentity
{
    /// <summary>Above this many cells a frame is called by its buffers and not by its content.</summary>
    private const long LargeCells = 1_000_000;

    /// <summary>A digest of names, types and contents, framed by lengths so that no two lists of columns share one.</summary>
    internal static KeyDigest Digest(ReadOnlySpan<Column> columns, bool stable)
    {
        using var hash = new ContentHash(stable);
        foreach (var column in columns)
        {
            Append(hash, column);
            hash.Append(column.Digest(stable));
        }

        return hash.Finish();
    }

    /// <summary>A short name that changes when the content may have: by digest for small frames, by buffers for large ones.</summary>
    internal static string ContentId(DataFrame frame)
    {
        var columns = frame.AllColumns();
        if ((long)frame.RowCount * columns.Length <= LargeCells)
            return "c" + Short(Digest(columns, stable: false));

        using var hash = new ContentHash(stable: false);
        foreach (var column in columns)
        {
            Append(hash, column);
            foreach (var chunk in column.Chunks)
                hash.Append(chunk.Id);
        }

        return "b" + Short(hash.Finish());
    }

    /// <summary>Half of the digest: enough for names within one page.</summary>
    private static string Short(KeyDigest digest) => digest.ToString()[..32];

    private static void Append(ContentHash hash, Column column)
    {
        var name = column.Name ?? "";
        hash.Append((long)name.Length);
        hash.Append(MemoryMarshal.AsBytes(name.AsSpan()));
        hash.Append((long)Type.GetTypeCode(column.Type));
        hash.Append(column.Type == typeof(DateOnly) ? 1L : 0L);
        hash.Append((long)column.Length);
    }
}
