namespace Refrain.Frames.Csv;

/// <summary>Text whose beginning was looked at and comes again.</summary>
internal sealed class PeekedReader(string first, TextReader rest) : TextReader
{
    private int _position;

    public override int Peek() => _position < first.Length ? first[_position] : rest.Peek();

    public override int Read() => _position < first.Length ? first[_position++] : rest.Read();

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer) => _position < first.Length ? ReadFirst(buffer) : rest.Read(buffer);

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        _position < first.Length ? new(ReadFirst(buffer.Span)) : rest.ReadAsync(buffer, cancellationToken);

    private int ReadFirst(Span<char> buffer)
    {
        var count = Math.Min(buffer.Length, first.Length - _position);
        first.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
