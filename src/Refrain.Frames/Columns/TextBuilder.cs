using System.Runtime.InteropServices;
using System.Text;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>Collects text into chunks.</summary>
internal sealed class TextBuilder(string? name) : IColumnBuilder
{
    private readonly List<TextChunk> _done = [];
    private int[] _offsets = new int[17];
    private byte[] _text = [];
    private byte[]? _validity;
    private int _count;
    private int _used;

    public int Length { get; private set; }

    internal void Add(string? value)
    {
        if (value is null)
            AddNull();
        else
            Add(value.AsSpan());
    }

    internal void Add(ReadOnlySpan<char> value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > _text.Length - _used)
            Reserve(Encoding.UTF8.GetByteCount(value));
        var written = Encoding.UTF8.GetBytes(value, _text.AsSpan(_used));
        Close(written, valid: true);
    }

    internal void AddUtf8(ReadOnlySpan<byte> value)
    {
        if (value.Length > _text.Length - _used)
            Reserve(value.Length);
        value.CopyTo(_text.AsSpan(_used));
        Close(value.Length, valid: true);
    }

    public void AddNull() => Close(0, valid: false);

    public void AddBoxed(object? value) => Add((string?)value);

    /// <summary>The column, with codes where its text repeats.</summary>
    public Column Build() => BuildText().Encoded();

    /// <summary>The column as it was added, without codes.</summary>
    internal TextColumn BuildText()
    {
        CloseChunk();
        return new(name, new([.. _done]));
    }

    private void Close(int written, bool valid)
    {
        if (_count == Chunk.MaxRows || (_count > 0 && _used + (long)written > TextChunk.MaxBytes))
            BeginChunkWith(written);
        if (_count + 1 == _offsets.Length)
            Array.Resize(ref _offsets, Math.Min(Chunk.MaxRows + 1, (_offsets.Length * 2) - 1));
        if (!valid && _validity is null)
        {
            _validity = new byte[Bitmap.Bytes(_offsets.Length)];
            Bitmap.Fill(_validity, 0, _count);
        }

        if (_validity is not null)
        {
            if (_validity.Length < Bitmap.Bytes(_offsets.Length))
                Array.Resize(ref _validity, Bitmap.Bytes(_offsets.Length));
            Bitmap.Set(_validity, _count, valid);
        }

        _used += written;
        _offsets[++_count] = _used;
        Length++;
    }

    /// <summary>Closes the chunk before a row whose bytes were already written behind it, and takes those bytes along.</summary>
    private void BeginChunkWith(int written)
    {
        var row = _text.AsSpan(_used, written).ToArray();
        CloseChunk();
        Reserve(row.Length);
        row.CopyTo(_text, 0);
    }

    private void Reserve(int more)
    {
        var wanted = Math.Max((long)_used + more, Math.Min(_text.LongLength * 2, TextChunk.MaxBytes + (1L << 20)));
        Array.Resize(ref _text, (int)Math.Max(256, wanted));
    }

    private void CloseChunk()
    {
        if (_count == 0)
            return;
        var offsets = MemoryMarshal.AsBytes(_offsets.AsSpan(0, _count + 1)).ToArray();
        var text = _text.Length - _used > _used / 8 ? _text.AsSpan(0, _used).ToArray() : _text;
        var validity = _validity is null ? null : Block.Own(_validity, Bitmap.Bytes(_count));
        _done.Add(new(_count, Block.Own(offsets), Block.Own(text, _used), validity));
        _offsets = new int[17];
        _text = [];
        _validity = null;
        _count = _used = 0;
    }
}
