using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Refrain.Caching.Snapshots.Bytes.Cbor;

/// <summary>Reads what <see cref="CborWriter"/> writes, and refuses every other form of it.</summary>
/// <remarks>No length is believed before it is compared with the bytes that are left, so memory never exceeds what the input justifies.</remarks>
internal class CborReader : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stream _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private long _unread;
    private int _at;
    private int _end;

    /// <param name="stream">What is read, from where it stands; it must be able to seek.</param>
    protected internal CborReader(Stream stream)
    {
        _stream = stream;
        _unread = stream.Length - stream.Position;
    }

    /// <summary>How many bytes are left.</summary>
    internal long Remaining => _unread + _end - _at;

    /// <summary>Takes a null, if there is one.</summary>
    internal bool TryNull() => TryTake(Simple.Null);

    /// <summary>Takes an undefined, if there is one.</summary>
    internal bool TryUndefined() => TryTake(Simple.Undefined);

    internal bool Bool() => Take() switch
    {
        Simple.True => true,
        Simple.False => false,
        _ => throw Damaged("a truth value"),
    };

    internal ulong UInt() => Head(Major.Unsigned);

    internal long Int()
    {
        var argument = Head(out var major);
        if (argument > long.MaxValue)
            throw Damaged("a number of 64 bits");
        return major switch
        {
            Major.Unsigned => (long)argument,
            Major.Negative => ~(long)argument,
            _ => throw Damaged("a number"),
        };
    }

    /// <summary>The number of an array's items, no more than the bytes that are left: each item takes one at least.</summary>
    internal int Array() => Count(Head(Major.Array));

    /// <summary>A number of items that each take a byte at least.</summary>
    internal int Count(ulong count) => count <= (ulong)Math.Min(Remaining, System.Array.MaxLength) ? (int)count : throw Damaged("as many items as it says");

    internal void Array(int count)
    {
        if (Head(Major.Array) != (ulong)count)
            throw Damaged($"{count} items");
    }

    internal ulong Tag() => Head(Major.Tag);

    /// <summary>Takes a tag, if it is there.</summary>
    internal bool TryTag(ulong tag)
    {
        const byte one = ((byte)Major.Tag << 5) | 24;
        if (!Has(2) || _buffer[_at] != one || _buffer[_at + 1] != tag)
            return false;
        _at += 2;
        return true;
    }

    internal bool IsText() => Has(1) && _buffer[_at] >> 5 == (int)Major.Text;

    /// <summary>Whether the next item is a whole number, negative or not.</summary>
    internal bool IsNumber() => Has(1) && _buffer[_at] >> 5 <= (int)Major.Negative;

    internal double Double()
    {
        if (Peek() != Simple.Double)
            return Single();
        Need(1 + sizeof(double));
        var value = BinaryPrimitives.ReadDoubleBigEndian(_buffer.AsSpan(_at + 1));
        if (BitConverter.DoubleToUInt64Bits((float)value) == BitConverter.DoubleToUInt64Bits(value))
            throw Damaged("the shortest form of a number");
        _at += 1 + sizeof(double);
        return value;
    }

    internal float Single()
    {
        if (Peek() != Simple.Single)
            return (float)Half();
        Need(1 + sizeof(float));
        var value = BinaryPrimitives.ReadSingleBigEndian(_buffer.AsSpan(_at + 1));
        if (BitConverter.SingleToUInt32Bits((float)(Half)value) == BitConverter.SingleToUInt32Bits(value))
            throw Damaged("the shortest form of a number");
        _at += 1 + sizeof(float);
        return value;
    }

    internal Half Half()
    {
        if (Peek() != Simple.Half)
            throw Damaged("a number with a fraction");
        Need(1 + sizeof(ushort));
        var value = BinaryPrimitives.ReadHalfBigEndian(_buffer.AsSpan(_at + 1));
        _at += 1 + sizeof(ushort);
        return value;
    }

    internal byte[] Bytes()
    {
        var bytes = new byte[Length(Head(Major.Bytes))];
        Into(bytes);
        return bytes;
    }

    /// <summary>Bytes whose number is known.</summary>
    internal void Bytes(Span<byte> target)
    {
        if (Head(Major.Bytes) != (ulong)target.Length)
            throw Damaged($"{target.Length} bytes");
        Into(target);
    }

    /// <summary>The number of bytes that follow, to be taken by <see cref="Into"/>.</summary>
    internal int BytesLength() => Length(Head(Major.Bytes));

    internal string Text()
    {
        if (TryTag(CborTags.UInt16))
            return Units();
        var length = Length(Head(Major.Text));
        if (length <= _buffer.Length)
        {
            Need(length);
            var text = Decode(_buffer.AsSpan(_at, length));
            _at += length;
            return text;
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Into(rented.AsSpan(0, length));
            return Decode(rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>The next bytes, whatever they are.</summary>
    internal void Into(Span<byte> target)
    {
        if (target.Length > Remaining)
            throw TooShort();
        var buffered = Math.Min(target.Length, _end - _at);
        _buffer.AsSpan(_at, buffered).CopyTo(target);
        _at += buffered;
        var rest = target[buffered..];
        if (rest.Length < _buffer.Length)
        {
            Need(rest.Length);
            _buffer.AsSpan(_at, rest.Length).CopyTo(rest);
            _at += rest.Length;
            return;
        }

        _stream.ReadExactly(rest);
        _unread -= rest.Length;
    }

    /// <summary>Leaves the stream after the last byte that was taken.</summary>
    public void Dispose()
    {
        _stream.Position -= _end - _at;
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _at, _end) = ([], 0, 0);
    }

    protected static DamagedBytesException Damaged(string expected) => new($"The bytes of a stored value do not hold {expected}.");

    private static DamagedBytesException TooShort() => new("The bytes of a stored value end too early.");

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (ArgumentException error)
        {
            throw new DamagedBytesException("The bytes of a stored value hold text that is not UTF-8.", error);
        }
    }

    private string Units()
    {
        var length = BytesLength();
        if (length % sizeof(char) != 0)
            throw Damaged("whole characters");
        return string.Create(length / sizeof(char), this, static (text, reader) => reader.Into(MemoryMarshal.AsBytes(text)));
    }

    private int Length(ulong length) => length <= (ulong)Math.Min(Remaining, System.Array.MaxLength) ? (int)length : throw TooShort();

    private byte Peek()
    {
        Need(1);
        return _buffer[_at];
    }

    private byte Take()
    {
        Need(1);
        return _buffer[_at++];
    }

    private bool TryTake(byte expected)
    {
        if (Peek() != expected)
            return false;
        _at++;
        return true;
    }

    private ulong Head(Major expected)
    {
        var argument = Head(out var major);
        return major == expected ? argument : throw Damaged(expected.ToString().ToLowerInvariant());
    }

    private ulong Head(out Major major)
    {
        var first = Take();
        major = (Major)(first >> 5);
        var size = first & 31;
        if (size < 24)
            return (ulong)size;
        var (argument, least) = size switch
        {
            24 => (Take(), 24ul),
            25 => (BinaryPrimitives.ReverseEndianness(Number<ushort>()), byte.MaxValue + 1ul),
            26 => (BinaryPrimitives.ReverseEndianness(Number<uint>()), ushort.MaxValue + 1ul),
            27 => (BinaryPrimitives.ReverseEndianness(Number<ulong>()), uint.MaxValue + 1ul),
            _ => throw Damaged("definite lengths"),
        };
        return argument >= least ? argument : throw Damaged("the shortest form of a number");
    }

    private T Number<T>()
        where T : unmanaged
    {
        Need(Unsafe.SizeOf<T>());
        var value = Unsafe.ReadUnaligned<T>(ref _buffer[_at]);
        _at += Unsafe.SizeOf<T>();
        return value;
    }

    private void Need(int bytes)
    {
        if (!Has(bytes))
            throw TooShort();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Has(int bytes) => _end - _at >= bytes || Fill(bytes);

    private bool Fill(int bytes)
    {
        if (Remaining < bytes)
            return false;
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        while (_end < bytes)
        {
            var read = _stream.Read(_buffer, _end, (int)Math.Min(_buffer.Length - _end, _unread));
            if (read == 0)
                return false;
            _end += read;
            _unread -= read;
        }

        return true;
    }
}
