using System.Runtime.CompilerServices;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using Refrain.Caching.Snapshots.Bytes.Codecs;

namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>Writes one value: what is declared says how, what is met twice is written once.</summary>
/// <remarks>
/// Objects are numbered in the order in which they are met, and met again they are their number. Objects nested very deep are put off until
/// the rest is written, so that no depth exhausts the stack. <see cref="ValueReader"/> does the same in the same order.
/// </remarks>
internal sealed class ValueWriter(Stream envelope, SegmentList segments, Conversion? conversion = null) : CborWriter(envelope)
{
    internal const int DeepestNesting = 128;

    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> _unfinished = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<(Codec Codec, object Value)> _putOff = new();
    private int _depth;
    private int _whole;

    internal SegmentList Segments => segments;

    /// <summary>How types were replaced, while a value is turned into one of newer types; else <see langword="null"/>.</summary>
    internal Conversion? Conversion => conversion;

    /// <summary>Writes a member, an item or the whole value, as its declared type says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Value<T>(T value) => Codecs<T>.Current.Write(this, value);

    /// <summary>Writes what was put off.</summary>
    internal void Complete()
    {
        while (_putOff.TryDequeue(out var next))
            next.Codec.WriteBody(this, next.Value);
    }

    /// <summary>Writes the number of an object that was met before.</summary>
    /// <exception cref="Values.Refusal">It is being built from parts that hold it.</exception>
    internal bool TryReference(object value)
    {
        var number = _numbers.Count;
        if (_numbers.TryAdd(value, number))
            return false;
        if (_unfinished.Contains(value))
            throw new Values.Refusal(value, value.GetType(), "an immutable collection that holds itself");
        Tag(CborTags.Reference);
        UInt((ulong)_numbers[value]);
        return true;
    }

    /// <summary>Puts the content of an object off, if it is nested too deep.</summary>
    internal bool TryPutOff(Codec codec, object value)
    {
        if (_depth < DeepestNesting || _whole > 0)
        {
            if (_depth >= DeepestNesting)
                RuntimeHelpers.EnsureSufficientExecutionStack();
            return false;
        }

        Tag(CborTags.Later);
        codec.WriteHead(this, value);
        _putOff.Enqueue((codec, value));
        return true;
    }

    internal void Enter() => _depth++;

    internal void Leave() => _depth--;

    /// <summary>Begins an object that can be built only from its parts; where it needs their content, none of them is put off.</summary>
    internal void EnterBuilt(object value, bool needsContent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _unfinished.Add(value);
        _depth++;
        _whole += needsContent ? 1 : 0;
    }

    internal void LeaveBuilt(object value, bool needsContent)
    {
        _unfinished.Remove(value);
        _depth--;
        _whole -= needsContent ? 1 : 0;
    }
}
