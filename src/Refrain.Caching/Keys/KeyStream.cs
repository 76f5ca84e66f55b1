using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

/// <summary>Writes values in their canonical form: tagged by type and framed by length, so that no two different values are the same bytes.</summary>
/// <remarks>
/// Values are equal by content. Objects whose types could form a cycle are numbered when they are first met, and a second meeting
/// writes the number, which also keeps graphs with much sharing linear. Objects nested very deep are put off until the rest is written,
/// so that no depth exhausts the stack.
/// </remarks>
internal sealed partial class KeyStream(IKeyHash hash)
{
    private const int DeepestNesting = 128;
    private const int MostKept = 10_000;

    private readonly byte[] _buffer = new byte[VectorBlock.Bytes];
    private int _count;
    private bool _spilled;
    private Dictionary<object, int>? _seen;
    private Queue<(KeyWriter Writer, object Value)>? _putOff;
    private int _depth;
    private int _given;
    private int _deepest = int.MaxValue;
    private bool _truncated;
    private KeyStream? _part;

    internal bool IsStable => hash.IsStable;

    /// <summary>Whether only one value by itself is written, and that not to any depth.</summary>
    internal bool IsPart => _deepest < int.MaxValue;

    /// <summary>Writes what was put off, and gives the digest of everything since the last one.</summary>
    internal KeyDigest Finish()
    {
        while (_putOff is { Count: > 0 })
        {
            var (writer, value) = _putOff.Dequeue();
            writer.WriteObject(this, value);
        }

        // A stream is kept for the next call, but not the memory that one huge argument took.
        if (_seen?.Count > MostKept)
            (_seen, _putOff) = (null, null);
        _seen?.Clear();
        var digest = !_spilled && hash is VectorHash fast ? fast.Finish(_buffer.AsSpan(0, _count)) : FinishSpilled();
        _count = 0;
        _spilled = false;
        return digest;
    }

    internal void Tag(KeyTag tag) => Put((byte)tag);

    internal void Tagged<TBits>(KeyTag tag, TBits bits)
        where TBits : unmanaged
    {
        Tag(tag);
        Put(bits);
    }

    internal void Put<TBits>(TBits bits)
        where TBits : unmanaged
    {
        if (_count + Unsafe.SizeOf<TBits>() > _buffer.Length)
            Spill();
        Unsafe.WriteUnaligned(ref _buffer[_count], bits);
        _count += Unsafe.SizeOf<TBits>();
    }

    /// <summary>Raw bytes; their length must be clear from what was written before.</summary>
    internal void Raw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _count)
        {
            Spill();
            if (bytes.Length >= _buffer.Length)
            {
                if (bytes.Length >= BulkLeaves.Threshold)
                    hash.AppendBulk(bytes);
                else
                    hash.Append(bytes);
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    internal void Text(string? text)
    {
        if (text is null)
        {
            Tag(KeyTag.Null);
            return;
        }

        Tagged(KeyTag.Text, text.Length);
        Raw(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <summary>Bytes with their length.</summary>
    internal void Bulk(ReadOnlySpan<byte> bytes)
    {
        Tagged(KeyTag.Bulk, bytes.Length);
        Raw(bytes);
    }

    internal void Digest(KeyDigest digest) => Put(digest);

    /// <summary>Meets an object that could be part of a cycle, or shared. If <see langword="false"/>, everything about it has been written.</summary>
    internal bool Enter(KeyWriter writer, object value)
    {
        if (_depth >= _deepest)
        {
            _truncated = true;
            Digest(writer.Mark);
            return false;
        }

        _seen ??= new(ReferenceEqualityComparer.Instance);
        if (_seen.TryGetValue(value, out var number))
        {
            Tagged(KeyTag.Seen, number);
            return false;
        }

        _seen.Add(value, _seen.Count);
        if (_depth == DeepestNesting)
        {
            Tag(KeyTag.Later);
            (_putOff ??= new()).Enqueue((writer, value));
            return false;
        }

        _depth++;
        return true;
    }

    internal void Leave() => _depth--;

    /// <summary>Writes what a value says stands for it.</summary>
    internal void Given(object value, object? key)
    {
        if (ReferenceEquals(value, key) || _given == DeepestNesting)
            throw new Refusal(value, value.GetType(), KeyRefusals.Endless);
        _given++;
        Value(key);
        _given--;
    }

    /// <summary>The digest of one value by itself, in which objects that could be part of a cycle show only their own state.</summary>
    /// <param name="value">The value, for example an item of a set.</param>
    /// <param name="isWhole">Whether the digest stands for all of the value.</param>
    internal KeyDigest Part<T>(T value, out bool isWhole)
    {
        if (value is string { Length: <= VectorHash.ShortBytes / sizeof(char) } text && hash is VectorHash quick)
        {
            isWhole = true;
            return quick.Short(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        return Part(value, 1, out isWhole);
    }

    /// <summary>The same, in which such objects show their own state and that of others to a depth.</summary>
    internal KeyDigest Part<T>(T value, int deepest, out bool isWhole)
    {
        var part = _part ??= new KeyStream(hash.Another());
        part._deepest = deepest;
        part._truncated = false;
        part.Value(value);
        isWhole = !part._truncated;
        return part.Finish();
    }

    private KeyDigest FinishSpilled()
    {
        Spill();
        return hash.Finish();
    }

    private void Spill()
    {
        hash.Append(_buffer.AsSpan(0, _count));
        _count = 0;
        _spilled = true;
    }
}
