using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Refrain.Caching.Snapshots.Bytes.Cbor;

/// <summary>Writes CBOR to a stream, in the one form that is deterministic: shortest numbers, definite lengths (RFC 8949, 4.2.1).</summary>
internal class CborWriter(Stream stream) : IDisposable
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Above this many characters a text is written as it lies in memory, since UTF-8 could pass what an array holds.</summary>
    private const int LongestUtf8 = 1 << 28;

    private const int LongestHead = 9;
    private const int BytesPerChar = 3;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private int _count;

    internal void Bool(bool value) => Byte(value ? Simple.True : Simple.False);

    internal void Null() => Byte(Simple.Null);

    internal void Undefined() => Byte(Simple.Undefined);

    internal void UInt(ulong value) => Head(Major.Unsigned, value);

    internal void Int(long value)
    {
        if (value >= 0)
            Head(Major.Unsigned, (ulong)value);
        else
            Head(Major.Negative, (ulong)~value);
    }

    internal void Array(int count) => Head(Major.Array, (ulong)count);

    internal void Tag(ulong tag) => Head(Major.Tag, tag);

    /// <summary>A number in the smallest size that keeps all its bits.</summary>
    internal void Double(double value)
    {
        var single = (float)value;
        if (BitConverter.DoubleToUInt64Bits(single) == BitConverter.DoubleToUInt64Bits(value))
        {
            Single(single);
            return;
        }

        Reserve(LongestHead);
        _buffer[_count] = Simple.Double;
        BinaryPrimitives.WriteDoubleBigEndian(_buffer.AsSpan(_count + 1), value);
        _count += 1 + sizeof(double);
    }

    /// <inheritdoc cref="Double"/>
    internal void Single(float value)
    {
        var half = (Half)value;
        if (BitConverter.SingleToUInt32Bits((float)half) == BitConverter.SingleToUInt32Bits(value))
        {
            Half(half);
            return;
        }

        Reserve(LongestHead);
        _buffer[_count] = Simple.Single;
        BinaryPrimitives.WriteSingleBigEndian(_buffer.AsSpan(_count + 1), value);
        _count += 1 + sizeof(float);
    }

    internal void Half(Half value)
    {
        Reserve(LongestHead);
        _buffer[_count] = Simple.Half;
        BinaryPrimitives.WriteHalfBigEndian(_buffer.AsSpan(_count + 1), value);
        _count += 1 + sizeof(ushort);
    }

    internal void Bytes(ReadOnlySpan<byte> bytes)
    {
        Head(Major.Bytes, (ulong)bytes.Length);
        Raw(bytes);
    }

    /// <summary>Text as UTF-8; text that is not valid UTF-16 as the 16-bit numbers it consists of.</summary>
    internal void Text(string text)
    {
        if (text.Length > LongestUtf8)
            Units(text);
        else if (text.Length <= (BufferBytes - LongestHead) / BytesPerChar)
            ShortText(text);
        else
            LongText(text);
    }

    /// <summary>Sends everything to the stream.</summary>
    internal void Flush()
    {
        stream.Write(_buffer, 0, _count);
        _count = 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>Encodes after the head that the number of characters has, and moves the bytes where their number has a longer one.</summary>
    private void ShortText(string text)
    {
        Reserve(LongestHead + BytesPerChar * text.Length);
        var guessed = HeadBytes(text.Length);
        if (Utf8.FromUtf16(text, _buffer.AsSpan(_count + guessed), out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            Units(text);
            return;
        }

        var needed = HeadBytes(written);
        if (needed != guessed)
            _buffer.AsSpan(_count + guessed, written).CopyTo(_buffer.AsSpan(_count + needed));
        Head(Major.Text, (ulong)written);
        _count += written;
    }

    private void LongText(string text)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        if (Utf8.FromUtf16(text, rented, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            Head(Major.Text, (ulong)written);
            Raw(rented.AsSpan(0, written));
        }
        else
        {
            Units(text);
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    private void Units(string text)
    {
        Tag(CborTags.UInt16);
        Bytes(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static int HeadBytes(int argument) => argument switch
    {
        < 24 => 1,
        <= byte.MaxValue => 2,
        <= ushort.MaxValue => 3,
        _ => 5,
    };

    private void Byte(byte value)
    {
        Reserve(1);
        _buffer[_count++] = value;
    }

    private void Head(Major major, ulong argument)
    {
        Reserve(LongestHead);
        var first = (byte)((int)major << 5);
        if (argument < 24)
        {
            _buffer[_count++] = (byte)(first | (byte)argument);
            return;
        }

        var target = _buffer.AsSpan(_count + 1);
        switch (argument)
        {
            case <= byte.MaxValue:
                target[0] = (byte)argument;
                End(first, 24, sizeof(byte));
                break;
            case <= ushort.MaxValue:
                BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)argument);
                End(first, 25, sizeof(ushort));
                break;
            case <= uint.MaxValue:
                BinaryPrimitives.WriteUInt32BigEndian(target, (uint)argument);
                End(first, 26, sizeof(uint));
                break;
            default:
                BinaryPrimitives.WriteUInt64BigEndian(target, argument);
                End(first, 27, sizeof(ulong));
                break;
        }
    }

    private void End(byte first, byte size, int bytes)
    {
        _buffer[_count] = (byte)(first | size);
        _count += 1 + bytes;
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _count)
        {
            Flush();
            if (bytes.Length >= _buffer.Length)
            {
                stream.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int bytes)
    {
        if (_buffer.Length - _count < bytes)
            Flush();
    }
}
