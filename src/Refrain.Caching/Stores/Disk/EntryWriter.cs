using Refrain.Caching.Keys;
using Refrain.Caching.Snapshots.Bytes;

namespace Refrain.Caching.Stores.Disk;

/// <summary>Writes an entry into a new file, the header last: a file that was not written to its end has none.</summary>
internal static class EntryWriter
{
    private const int ChunkBytes = 1024 * 1024;

    /// <summary>Writes everything but does not flush.</summary>
    /// <param name="file">An empty file.</param>
    /// <param name="header">The header, as far as it is known before the content.</param>
    /// <param name="writeEnvelope">Writes the envelope, and gives the segments.</param>
    /// <param name="maxBytes">How long the file may be.</param>
    /// <returns>The length of the file; when that is more than <paramref name="maxBytes"/>, the segments have not been written.</returns>
    internal static long Write(Stream file, EntryHeader header, Func<Stream, IReadOnlyList<Segment>> writeEnvelope, long? maxBytes)
    {
        file.Position = header.EnvelopeAt;
        var envelope = new SummingStream(file);
        var segments = writeEnvelope(envelope);
        header = header with
        {
            EnvelopeLength = envelope.Length,
            EnvelopeChecksum = envelope.Finish(),
            Segments = [.. segments.Select(segment => new SegmentRow(segment.Length, default))],
        };
        var at = header.SegmentsAt();
        if (at[^1] > maxBytes)
            return at[^1];

        var rows = new SegmentRow[segments.Count];
        for (var segment = 0; segment < rows.Length; segment++)
        {
            file.Position = at[segment];
            rows[segment] = new(segments[segment].Length, Write(file, segments[segment]));
        }

        if (file.Length < at[^1])
            file.SetLength(at[^1]);
        header = header with { Segments = rows };
        file.Position = header.TableAt;
        file.Write(header.TableToBytes());
        file.Position = 0;
        file.Write(header.ToBytes());
        return at[^1];
    }

    /// <remarks>Chunk by chunk, so that what is written is still in the processor's cache when it is summed, and no copy is made.</remarks>
    private static KeyDigest Write(Stream file, Segment segment)
    {
        var sum = new Checksum();
        var written = 0L;
        foreach (var part in segment.Parts)
        {
            for (var rest = part; !rest.IsEmpty; rest = rest[Math.Min(ChunkBytes, rest.Length)..])
            {
                var chunk = rest.Span[..Math.Min(ChunkBytes, rest.Length)];
                sum.Append(chunk);
                file.Write(chunk);
            }

            written += part.Length;
        }

        return written == segment.Length
            ? sum.Finish()
            : throw new ArgumentException($"A segment said to be of {segment.Length} bytes has {written}.", nameof(segment));
    }

    /// <summary>Counts and sums what goes through; cannot go back.</summary>
    private sealed class SummingStream(Stream file) : Stream
    {
        private readonly Checksum _sum = new();
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public KeyDigest Finish() => _sum.Finish();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _sum.Append(buffer);
            _length += buffer.Length;
            file.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
