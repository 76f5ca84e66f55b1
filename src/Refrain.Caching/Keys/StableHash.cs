using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Refrain.Caching.Keys;

/// <summary>The digest of keys in names on disk and in shared stores: SHA-256, the same in every process.</summary>
internal sealed class StableHash : IKeyHash, IDisposable
{
    private readonly IncrementalHash _sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public bool IsStable => true;

    public IKeyHash Another() => new StableHash();

    public void Append(ReadOnlySpan<byte> bytes) => _sha.AppendData(bytes);

    public void AppendBulk(ReadOnlySpan<byte> bytes) =>
        Append(MemoryMarshal.AsBytes(BulkLeaves.Of(bytes, () => new StableHash()).AsSpan()));

    public KeyDigest Finish()
    {
        Span<byte> digest = stackalloc byte[KeyDigest.Bytes];
        _sha.GetHashAndReset(digest);
        return KeyDigest.Read(digest);
    }

    public void Dispose() => _sha.Dispose();
}
