using Refrain.Caching.Snapshots;

namespace Refrain.Caching.Lifetimes;

/// <summary>What an entry costs a budget: bytes of its own, and buffers that other entries may share.</summary>
/// <param name="Own">Bytes that go when it does.</param>
/// <param name="Buffers">Buffers that it keeps alive, each once.</param>
internal sealed record Charge(long Own, IReadOnlyList<SharedBuffer> Buffers)
{
    internal static readonly Charge Nothing = new(0, []);

    /// <summary>Bytes in all.</summary>
    internal long Bytes { get; } = Own + Buffers.Sum(buffer => buffer.Bytes);

    /// <summary>The same with what a recording keeps alive, which may be buffers of the value too.</summary>
    internal Charge With(object? recording) => recording is IMeasured measured
        ? new(Own, [.. Buffers.Concat(measured.Buffers).DistinctBy(buffer => buffer.Buffer, ReferenceEqualityComparer.Instance)])
        : this;
}

/// <summary>Memory that several values may stand on: the same object means the same memory.</summary>
/// <param name="Buffer">The memory.</param>
/// <param name="Bytes">How large it is.</param>
internal readonly record struct SharedBuffer(object Buffer, long Bytes);
