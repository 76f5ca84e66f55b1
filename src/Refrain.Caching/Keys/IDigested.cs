namespace Refrain.Caching.Keys;

/// <summary>A value of this library that remembers the digest of its content, for example a column of a frame.</summary>
internal interface IDigested
{
    /// <summary>The digest of the content.</summary>
    /// <param name="stable">Whether it must mean the same in every process; if not, the quicker one will do.</param>
    KeyDigest Digest(bool stable);
}

/// <summary>Digests of plain bytes, for values that remember theirs.</summary>
internal static class BulkDigest
{
    /// <summary>The quick digest, which means something in this process only.</summary>
    internal static KeyDigest Of(ReadOnlySpan<byte> bytes) => Of(bytes, new VectorHash());

    /// <summary>SHA-256 over the bytes, in pieces of 1 MiB where they are many: the same in every process.</summary>
    internal static KeyDigest StableOf(ReadOnlySpan<byte> bytes)
    {
        using var hash = new StableHash();
        return Of(bytes, hash);
    }

    private static KeyDigest Of(ReadOnlySpan<byte> bytes, IKeyHash hash)
    {
        if (bytes.Length >= BulkLeaves.Threshold)
            hash.AppendBulk(bytes);
        else
            hash.Append(bytes);
        return hash.Finish();
    }
}
