using System.Runtime.CompilerServices;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using Refrain.Caching.Snapshots.Bytes.Codecs;

namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>What stands where an object may.</summary>
internal enum Met
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>An object that was read before.</summary>
    Known,

    /// <summary>An object whose content comes after the rest.</summary>
    Later,

    /// <summary>An object.</summary>
    New,
}

/// <summary>Reads what <see cref="ValueWriter"/> wrote.</summary>
internal sealed class ValueReader(Stream envelope, ISegmentSource segments, Conversion? conversion = null) : CborReader(envelope)
{
    private readonly List<object?> _numbered = [];
    private readonly Queue<(Codec Codec, object Shell)> _putOff = new();
    private readonly List<Action> _last = [];
    private int _depth;
    private int _whole;

    internal ISegmentSource Segments => segments;

    /// <inheritdoc cref="ValueWriter.Conversion"/>
    internal Conversion? Conversion => conversion;

    /// <summary>Reads a member, an item or the whole value, as its declared type says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Value<T>() => Codecs<T>.Current.Read(this);

    /// <summary>Reads what was put off, then does what had to wait for it.</summary>
    internal void Complete()
    {
        while (_putOff.TryDequeue(out var next))
            next.Codec.ReadBody(this, next.Shell);
        foreach (var action in _last)
            action();
    }

    internal Met Meet<T>(out T? known)
        where T : class
    {
        known = null;
        if (TryNull())
            return Met.Null;
        if (TryTag(CborTags.Reference))
        {
            var number = UInt();
            if (number >= (ulong)_numbered.Count || _numbered[(int)number] is not T value)
                throw Damaged($"a reference to {typeof(T)}");
            known = value;
            return Met.Known;
        }

        return TryTag(CborTags.Later) ? Met.Later : Met.New;
    }

    /// <summary>Keeps a place for an object that is not there yet.</summary>
    internal int Reserve()
    {
        _numbered.Add(null);
        return _numbered.Count - 1;
    }

    internal void Keep(int number, object value) => _numbered[number] = value;

    internal void PutOff(Codec codec, object shell)
    {
        if (_depth < ValueWriter.DeepestNesting || _whole > 0)
            throw Damaged("an object where it was expected");
        _putOff.Enqueue((codec, shell));
    }

    /// <summary>Does something once every object is filled, for example puts keys into a table by their content.</summary>
    internal void AtLast(Action action) => _last.Add(action);

    internal void Enter()
    {
        if (_depth++ >= ValueWriter.DeepestNesting)
            EnsureWhole();
    }

    internal void Leave() => _depth--;

    internal void EnterBuilt(bool needsContent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _depth++;
        _whole += needsContent ? 1 : 0;
    }

    internal void LeaveBuilt(bool needsContent)
    {
        _depth--;
        _whole -= needsContent ? 1 : 0;
    }

    /// <summary>The number of a segment.</summary>
    internal int Segment(out long length)
    {
        var number = UInt();
        if (number >= (ulong)segments.Count)
            throw Damaged("a segment that is there");
        length = segments.LengthOf((int)number);
        return (int)number;
    }

    internal static new DamagedBytesException Damaged(string expected) => CborReader.Damaged(expected);

    private void EnsureWhole()
    {
        if (_whole == 0)
            throw Damaged("objects in the depth that was written");
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }
}
