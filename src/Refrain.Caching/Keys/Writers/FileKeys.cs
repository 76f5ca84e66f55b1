using Refrain.Caching.Values;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Files: path, length and time of the last change, as they are now.</summary>
internal static class FileKeys
{
    internal static void Write(KeyStream stream, FileInfo file)
    {
        file.Refresh();
        stream.Text(file.FullName);
        stream.Value(file.Exists);
        if (!file.Exists)
            return;
        stream.Put(file.Length);
        stream.Put(file.LastWriteTimeUtc.Ticks);
    }
}

/// <summary>Streams that can be rewound: the whole content and the position, which is put back.</summary>
internal static class StreamKeys
{
    private const int PieceBytes = 64 * 1024;

    internal static void Write(KeyStream stream, Stream value)
    {
        if (!value.CanRead)
            throw new Refusal(value, value.GetType(), KeyRefusals.Closed);
        if (!value.CanSeek)
            throw new Refusal(value, value.GetType(), KeyRefusals.Unseekable);
        var position = value.Position;
        stream.Put(position);
        stream.Put(value.Length);
        try
        {
            value.Position = 0;
            var piece = new byte[PieceBytes];
            for (var read = Fill(value, piece); read > 0; read = Fill(value, piece))
            {
                stream.Put(read);
                stream.Raw(piece.AsSpan(0, read));
            }

            stream.Put(0);
        }
        finally
        {
            value.Position = position;
        }
    }
    /// <summary>Whole pieces, so that how much a stream gives at a time plays no part.</summary>
    private static int Fill(Stream stream, byte[] piece) => stream.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
}
