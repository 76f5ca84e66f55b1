namespace Refrain.Frames.Csv;

/// <summary>A stream whose first bytes were looked at and come again. It does not close what it reads.</summary>
internal sealed class PeekedStream : Stream
{
    /// <summary>As many as the longest byte order mark has, which a reader of text must get in one piece.</summary>
    private const int FirstBytes = 4;

    private readonly Stream _rest;
    private readonly byte[] _first;
    private readonly int _length;
    private int _position;

    private PeekedStream(Stream rest, byte[] first, int length) => (_rest, _first, _length, BytesRead) = (rest, first, length, length);

    internal static PeekedStream Of(Stream stream)
    {
        var first = new byte[FirstBytes];
        return new(stream, first, stream.ReadAtLeast(first, FirstBytes, throwOnEndOfStream: false));
    }

    internal static async Task<PeekedStream> OfAsync(Stream stream, CancellationToken cancellationToken)
    {
        var first = new byte[FirstBytes];
        return new(stream, first, await stream.ReadAtLeastAsync(first, FirstBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>How many bytes were read from the stream below.</summary>
    internal long BytesRead { get; private set; }

    internal bool StartsWithGzip => _length >= 2 && _first[0] == 0x1F && _first[1] == 0x8B;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => _position < _length ? ReadFirst(buffer) : Counted(_rest.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _position < _length ? ReadFirst(buffer.Span) : Counted(await _rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Counted(int count)
    {
        BytesRead += count;
        return count;
    }

    private int ReadFirst(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _length - _position);
        _first.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
