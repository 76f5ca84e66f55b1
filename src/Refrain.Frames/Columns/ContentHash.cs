using System.Runtime.InteropServices;
using Refrain.Caching.Keys;

namespace Refrain.Frames.Columns;

/// <summary>The one hash of frames: the cache's own, quick within this process or the same in every one.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IKeyHash _hash;

    internal ContentHash(bool stable) => _hash = stable ? new StableHash() : new VectorHash();

    internal void Append(ReadOnlySpan<byte> bytes) => _hash.Append(bytes);

    internal void Append(long number) => _hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in number)));

    internal void Append(KeyDigest digest) => _hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<KeyDigest>(in digest)));

    internal KeyDigest Finish() => _hash.Finish();

    public void Dispose() => (_hash as IDisposable)?.Dispose();
}
