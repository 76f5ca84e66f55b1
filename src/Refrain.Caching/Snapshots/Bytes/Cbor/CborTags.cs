namespace Refrain.Caching.Snapshots.Bytes.Cbor;

/// <summary>The tags that stored values use: those of the registry, and three that mean something only here.</summary>
internal static class CborTags
{
    /// <summary>An object that was met before, by its number (the registry's value sharing).</summary>
    internal const ulong Reference = 29;

    /// <summary>Typed arrays, the little-endian ones (RFC 8746, 2.1).</summary>
    internal const ulong UInt8 = 64;

    internal const ulong UInt16 = 69;

    internal const ulong UInt32 = 70;

    internal const ulong UInt64 = 71;

    internal const ulong Int8 = 72;

    internal const ulong Int16 = 77;

    internal const ulong Int32 = 78;

    internal const ulong Int64 = 79;

    internal const ulong Float16 = 84;

    internal const ulong Float32 = 85;

    internal const ulong Float64 = 86;

    /// <summary>Bits of a structure, one item after another as they lie in memory.</summary>
    internal const ulong Structures = 152;

    /// <summary>An object whose content comes after the rest; what stands here makes it empty.</summary>
    internal const ulong Later = 153;

    /// <summary>Bulk data outside of the envelope, by the number of its segment.</summary>
    internal const ulong Segment = 154;
}
