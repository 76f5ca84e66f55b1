using Refrain.Caching.Keys;
using Refrain.Caching.Snapshots.Bytes;

namespace Refrain.Caching.Stores;

/// <summary>Where entries live beside memory: a folder of files, or a store that several servers share. After <c>Dispose</c> nothing is found, stored or removed, and nothing throws.</summary>
internal interface IEntryStorage : IDisposable
{
    /// <summary>The entries of one function as it stands now.</summary>
    /// <param name="function">The function's identity.</param>
    /// <param name="fingerprint">What its code is; entries of another are not seen.</param>
    /// <param name="limits">How much is kept.</param>
    IFunctionStorage Open(string function, string fingerprint, StorageLimits limits);

    /// <summary>Removes the entries of every function, of this version and others.</summary>
    /// <returns>How many went.</returns>
    /// <exception cref="StorageException">Not all could be removed.</exception>
    int RemoveAll();

    /// <summary>Removes the entries of every function that was marked with a tag, of functions too that this process has not called.</summary>
    /// <returns>How many went.</returns>
    /// <exception cref="StorageException">Not all could be removed.</exception>
    int RemoveTagged(string tag);
}

/// <summary>The stored entries of one function.</summary>
internal interface IFunctionStorage
{
    /// <summary>The entry, or <see langword="null"/> when there is none that can be trusted. Never throws for what it finds.</summary>
    StoredEntry? TryRead(KeyDigest key);

    /// <summary>Notes, before a computation begins, which clears have come; what <see cref="Write"/> needs. Never throws: if that cannot be read, <see cref="Write"/> will say so.</summary>
    StorageTicket Begin(KeyDigest key);

    /// <summary>Stores an entry, unless a clear of it, of the function or of everything came since its computation began, in this process or another.</summary>
    /// <returns>Whether it was stored; not if it was cleared, or alone is larger than the limit.</returns>
    /// <exception cref="StorageException">It could not be written; nothing of it is left.</exception>
    bool Write(StorageTicket ticket, EntryContent content);

    /// <summary>Notes the tags by which the function's entries are found; none takes former ones away.</summary>
    /// <exception cref="StorageException">They could not be noted.</exception>
    void Mark(IReadOnlyList<string> tags);

    /// <summary>Removes one entry, and whatever is being computed for it when it arrives.</summary>
    /// <returns>Whether there was one, of this version or another.</returns>
    /// <exception cref="StorageException">It could not be removed.</exception>
    bool Remove(KeyDigest key);

    /// <summary>Removes all entries of the function, of other versions too, and whatever is being computed for them when it arrives.</summary>
    /// <returns>How many went.</returns>
    /// <exception cref="StorageException">Not all could be removed.</exception>
    int RemoveAll();
}

/// <summary>How much of one function is kept.</summary>
/// <param name="MaxEntries">How many entries at most; <see langword="null"/> for no limit.</param>
/// <param name="MaxBytes">How many bytes at most; <see langword="null"/> for no limit.</param>
internal sealed record StorageLimits(int? MaxEntries, long? MaxBytes);

/// <summary>Which clears had come when a computation began.</summary>
internal sealed record StorageTicket(KeyDigest Key, string Generation);

/// <summary>An entry as it is to be stored.</summary>
/// <param name="Stored">When it was computed, by the wall clock.</param>
/// <param name="Expires">From when it is no longer valid; <see langword="null"/> for never.</param>
/// <param name="Arguments">The arguments in brief, for people.</param>
/// <param name="WriteEnvelope">Writes the envelope, and gives the segments that lie after it.</param>
internal sealed record EntryContent(DateTimeOffset Stored, DateTimeOffset? Expires, string Arguments, Func<Stream, IReadOnlyList<Segment>> WriteEnvelope);

/// <summary>An entry as it was found. Its memory lives for as long as somebody refers to the segments.</summary>
/// <param name="Stored">When it was computed, by the wall clock.</param>
/// <param name="Expires">From when it is no longer valid; <see langword="null"/> for never.</param>
/// <param name="Arguments">The arguments in brief, for people.</param>
/// <param name="Bytes">How many bytes it takes where it is stored.</param>
/// <param name="Envelope">The envelope, from its beginning.</param>
/// <param name="Segments">The segments.</param>
internal sealed record StoredEntry(DateTimeOffset Stored, DateTimeOffset? Expires, string Arguments, long Bytes, Stream Envelope, ISegmentSource Segments);

/// <summary>A store could not do its work: the disk is full, the folder cannot be written.</summary>
internal sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
