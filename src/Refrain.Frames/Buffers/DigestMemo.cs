using System.Runtime.CompilerServices;
using Refrain.Caching.Keys;

namespace Refrain.Frames.Buffers;

/// <summary>The digests of something that never changes, once somebody asked for them. Two threads may compute one at once; they agree.</summary>
internal sealed class DigestMemo
{
    private StrongBox<KeyDigest>? _quick;
    private StrongBox<KeyDigest>? _stable;

    /// <summary>The digest, or null when nobody asked for it yet.</summary>
    /// <param name="stable">Whether the one that means the same in every process is meant.</param>
    internal KeyDigest? Find(bool stable) => Volatile.Read(ref stable ? ref _stable : ref _quick)?.Value;

    internal void Keep(bool stable, KeyDigest digest) => Volatile.Write(ref stable ? ref _stable : ref _quick, new(digest));
}
