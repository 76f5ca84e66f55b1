using System.Runtime.InteropServices;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>Collects values of fixed size into chunks.</summary>
internal sealed class ValueBuilder<T>(string? name, int expected = 0) : IColumnBuilder
    where T : unmanaged
{
    private readonly List<ValueChunk<T>> _done = [];
    private byte[] _values = [];
    private byte[]? _validity;
    private int _capacity;
    private int _count;

    public int Length { get; private set; }

    internal void Add(T value)
    {
        if (_count == _capacity)
            Grow();
        MemoryMarshal.Cast<byte, T>(_values.AsSpan())[_count] = value;
        if (_validity is not null)
            Bitmap.Set(_validity, _count, true);
        _count++;
        Length++;
    }

    public void AddNull()
    {
        if (_count == _capacity)
            Grow();
        if (_validity is null)
        {
            _validity = new byte[Bitmap.Bytes(Math.Max(_capacity, 8))];
            Bitmap.Fill(_validity, 0, _count);
        }

        MemoryMarshal.Cast<byte, T>(_values.AsSpan())[_count] = default;
        _count++;
        Length++;
    }

    public void AddBoxed(object? value)
    {
        if (value is null)
            AddNull();
        else
            Add((T)value);
    }

    public Column Build()
    {
        Close();
        return new ValueColumn<T>(name, new([.. _done]));
    }

    private unsafe void Grow()
    {
        if (_count == Chunk.MaxRows)
            Close();
        var wanted = Math.Min(Chunk.MaxRows, Math.Max(Math.Max(16, _capacity * 2), expected - Length));
        var values = GC.AllocateUninitializedArray<byte>(wanted * sizeof(T));
        _values.AsSpan(0, _count * sizeof(T)).CopyTo(values);
        _values = values;
        if (_validity is not null)
            Array.Resize(ref _validity, Bitmap.Bytes(wanted));
        _capacity = wanted;
    }

    private unsafe void Close()
    {
        if (_count == 0)
            return;
        var bytes = _count * sizeof(T);
        var values = _values.Length - bytes > bytes / 8 ? _values.AsSpan(0, bytes).ToArray() : _values;
        _done.Add(new(_count, Block.Own(values, bytes), _validity is null ? null : Block.Own(_validity, Bitmap.Bytes(_count))));
        _values = [];
        _validity = null;
        _count = _capacity = 0;
    }
}
