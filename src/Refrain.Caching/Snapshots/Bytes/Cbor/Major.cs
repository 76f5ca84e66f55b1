namespace Refrain.Caching.Snapshots.Bytes.Cbor;

/// <summary>The kinds of CBOR items, the upper three bits of their first byte (RFC 8949, 3.1).</summary>
internal enum Major
{
    Unsigned = 0,
    Negative = 1,
    Bytes = 2,
    Text = 3,
    Array = 4,
    Tag = 6,
    Simple = 7,
}

/// <summary>The first bytes of items that have no more than that, or a number of fixed size after it (RFC 8949, 3.3).</summary>
internal static class Simple
{
    internal const byte False = 0xF4;
    internal const byte True = 0xF5;
    internal const byte Null = 0xF6;
    internal const byte Undefined = 0xF7;
    internal const byte Half = 0xF9;
    internal const byte Single = 0xFA;
    internal const byte Double = 0xFB;
}
