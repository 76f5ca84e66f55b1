using System.Buffers.Binary;
using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.Caching.Recording;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Snapshots.Bytes.Cbor;

namespace Refrain.Caching.Stores;

/// <summary>The entries of one function beside memory, as values: an envelope is the cost, the value, and what was drawn.</summary>
internal sealed class StoredFunction<T>(IFunctionStorage storage, CacheHost host, FunctionName function, IReadOnlyList<string> tags)
{
    private volatile bool _isMarked;

    internal StorageTicket Begin(KeyDigest key) => storage.Begin(key);

    /// <summary>The entry of a key; <see langword="null"/> when there is none, or what is there cannot be read back.</summary>
    internal StoredValue<T>? TryRead(KeyDigest key)
    {
        if (storage.TryRead(key) is not { } found)
            return null;
        try
        {
            Span<byte> ticks = stackalloc byte[sizeof(long)];
            found.Envelope.ReadExactly(ticks);
            var value = ValueBytes.Read<T>(found.Envelope, found.Segments);
            return new(value, ReadRecording(found), found.Stored, TimeSpan.FromTicks(BinaryPrimitives.ReadInt64LittleEndian(ticks)), found.Arguments);
        }
        catch (Exception exception) when (exception is DamagedBytesException or EndOfStreamException)
        {
            host.Logger.StoredValueUnreadable(exception, function.Display);
            return null;
        }
    }

    /// <summary>Stores an entry. Where the store cannot, the value is only not stored, and one warning says so.</summary>
    /// <exception cref="CacheOptionException">The value is of a kind that cannot be read back.</exception>
    internal void Write(StorageTicket ticket, StoredValue<T> value, DateTimeOffset? expires)
    {
        try
        {
            if (!_isMarked)
                storage.Mark(tags);
            _isMarked = true;
            storage.Write(ticket, new EntryContent(value.Stored, expires, value.Arguments, envelope => WriteEnvelope(value, envelope)));
        }
        catch (StorageException exception)
        {
            host.WarnOfStorage(function, exception);
        }
    }

    internal bool Remove(KeyDigest key) => Removing(() => storage.Remove(key) ? 1 : 0) > 0;

    internal int RemoveAll() => Removing(storage.RemoveAll);

    private int Removing(Func<int> remove)
    {
        try
        {
            return remove();
        }
        catch (StorageException exception)
        {
            throw new CacheException("RFN0152",
                $"The stored values of '{function.Display}' could not all be cleared: {exception.Message} Those in memory are gone; stored ones may come back.", exception)
            {
                Function = function.Display,
            };
        }
    }

    private IReadOnlyList<Segment> WriteEnvelope(StoredValue<T> value, Stream envelope)
    {
        Span<byte> ticks = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(ticks, value.Cost.Ticks);
        envelope.Write(ticks);
        var segments = new SegmentList();
        ValueBytes.Write(value.Value, envelope, segments, function);
        envelope.WriteByte(value.Recording is null ? (byte)0 : (byte)1);
        if (value.Recording is { } recording)
            host.Recordings!.Write(recording, envelope, segments, function);
        return segments.All;
    }

    private object? ReadRecording(StoredEntry found)
    {
        if (found.Envelope.ReadByte() == 0)
            return null;
        return host.Recordings is { } recordings
            ? recordings.Read(found.Envelope, found.Segments)
            : throw new DamagedBytesException("The entry was drawn on a page, and this program has none.");
    }
}

/// <summary>A value as it lies beside memory.</summary>
/// <param name="Value">What the function returned.</param>
/// <param name="Recording">What it drew; <see langword="null"/> for nothing.</param>
/// <param name="Stored">When it was made, by the wall clock.</param>
/// <param name="Cost">How long the function ran for it.</param>
/// <param name="Arguments">The arguments in brief.</param>
internal sealed record StoredValue<T>(T Value, object? Recording, DateTimeOffset Stored, TimeSpan Cost, string Arguments);
