using Refrain.Caching.Keys;

namespace Refrain.Caching.Stores.Disk;

/// <summary>Reads entries of one function, and believes a file only when everything it says of itself agrees.</summary>
internal sealed class EntryReader(string function, string fingerprint, FileSystem files, TimeProvider clock)
{
    /// <summary>Looks at a file; what cannot be read at all is thrown.</summary>
    internal Finding Look(string path, KeyDigest key)
    {
        EntryMemory memory;
        DateTimeOffset used;
        try
        {
            using var file = files.OpenToRead(path);
            var length = RandomAccess.GetLength(file);
            if (length < EntryHeader.FixedBytes)
                return new(Flaw.Damaged, "it is cut short");
            used = File.GetLastWriteTimeUtc(file);
            memory = EntryMemory.Read(file, length);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(Flaw.Missing);
        }
        catch (EndOfStreamException)
        {
            return new(Flaw.Damaged, "it is cut short");
        }

        var finding = Look(memory, key, used);
        GC.KeepAlive(memory);
        return finding;
    }

    private Finding Look(EntryMemory memory, KeyDigest key, DateTimeOffset used)
    {
        var head = memory.Span(0, EntryHeader.FixedBytes);
        if (!EntryHeader.IsEntry(head))
            return new(Flaw.Damaged, "it does not begin as an entry does");
        if (!EntryHeader.IsOfThisVersion(head))
            return new(Flaw.OtherFormat);
        if (EntryHeader.Read(memory) is not { } header)
            return new(Flaw.Damaged, "its header does not hold");
        if (header.Function != function || header.Fingerprint != fingerprint || header.Key != key)
            return new(Flaw.Damaged, "it is the file of another entry");
        var now = clock.GetUtcNow();
        if (header.Stored > now)
            return new(Flaw.FromTheFuture);
        if (header.Expires <= now)
            return new(Flaw.Expired);
        if (!Holds(memory, header))
            return new(Flaw.Damaged, "its content does not hold");

        var envelope = memory.OpenStream(header.EnvelopeAt, header.EnvelopeLength);
        var entry = new StoredEntry(header.Stored, header.Expires, header.Arguments, memory.Length, envelope, new EntrySegments(memory, header));
        return new(Flaw.None) { Entry = entry, Used = used };
    }

    private static unsafe bool Holds(EntryMemory memory, EntryHeader header)
    {
        if (Checksum.Of(memory.Start + header.EnvelopeAt, header.EnvelopeLength) != header.EnvelopeChecksum)
            return false;
        var at = header.SegmentsAt();
        for (var segment = 0; segment < header.Segments.Count; segment++)
        {
            var (length, checksum) = header.Segments[segment];
            if (Checksum.Of(memory.Start + at[segment], length) != checksum)
                return false;
        }

        return true;
    }
}

/// <summary>Why a file is not taken.</summary>
internal enum Flaw
{
    /// <summary>It is taken.</summary>
    None,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>Its time is up.</summary>
    Expired,

    /// <summary>It was stored later than now: a clock was set back, and its age is not known.</summary>
    FromTheFuture,

    /// <summary>Another version of the library wrote it.</summary>
    OtherFormat,

    /// <summary>It is not as it was written.</summary>
    Damaged,
}

/// <summary>What came of looking at a file.</summary>
/// <param name="Flaw">Why it is not taken.</param>
/// <param name="What">What is damaged.</param>
internal readonly record struct Finding(Flaw Flaw, string What = "")
{
    /// <summary>The entry, when it is taken.</summary>
    internal StoredEntry? Entry { get; init; }

    /// <summary>When the file was last used.</summary>
    internal DateTimeOffset Used { get; init; }
}
