using System.Globalization;
using System.Text;

namespace Refrain.Frames.Columns;

/// <summary>What stands for a frame in keys, and what a page calls a table it has.</summary>
internal static class FrameIdentity
{
    /// <summary>Above this many cells a frame is called by its buffers and not by its content.</summary>
    private const long LargeCells = 1_000_000;

    /// <summary>Names, types and digests, framed by lengths so that no two frames share a key.</summary>
    internal static string Key(DataFrame frame)
    {
        var key = new StringBuilder("DataFrame:");
        foreach (var column in frame.AllColumns())
            Append(key, column).Append(Convert.ToHexStringLower(column.Digest())).Append(';');
        return key.ToString();
    }

    /// <summary>The same for a column by itself.</summary>
    internal static string Key(Column column)
    {
        var key = new StringBuilder("Column:");
        key.Append(CultureInfo.InvariantCulture, $"{column.Name?.Length ?? -1}:{column.Name}:{ColumnTypes.Name(column.Type)}:{column.Length}:");
        return key.Append(Convert.ToHexStringLower(column.Digest())).ToString();
    }

    /// <summary>A short name that changes when the content may have: by digest for small frames, by buffers for large ones.</summary>
    internal static string ContentId(DataFrame frame)
    {
        if ((long)frame.RowCount * frame.Columns.Count <= LargeCells)
            return "c" + Short(Key(frame));
        var key = new StringBuilder("Buffers:");
        foreach (var column in frame.AllColumns())
        {
            Append(key, column);
            foreach (var chunk in column.Chunks)
                key.Append(CultureInfo.InvariantCulture, $"{chunk.Id},");
            key.Append(';');
        }

        return "b" + Short(key.ToString());
    }

    private static StringBuilder Append(StringBuilder key, Column column) =>
        key.Append(CultureInfo.InvariantCulture, $"{column.Name!.Length}:{column.Name}:{ColumnTypes.Name(column.Type)}:{column.Length}:");

    private static string Short(string key) => Convert.ToHexStringLower(ContentDigest.OfBytes(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
}
