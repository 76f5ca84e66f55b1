namespace Refrain.Caching.Keys;

/// <summary>What turns the canonical encoding of arguments into a digest. The encoding knows nothing of it.</summary>
internal interface IKeyHash
{
    /// <summary>Adds bytes; how they are cut into calls makes no difference.</summary>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Adds many bytes as one leaf, hashed in parallel; not the same as <see cref="Append"/> of them.</summary>
    void AppendBulk(ReadOnlySpan<byte> bytes);

    /// <summary>Gives the digest of everything appended, and starts over.</summary>
    KeyDigest Finish();

    /// <summary>A fresh hash of the same kind.</summary>
    IKeyHash Another();

    /// <summary>Whether digests mean the same in every process.</summary>
    bool IsStable { get; }
}
