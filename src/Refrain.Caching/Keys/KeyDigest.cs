using System.Runtime.InteropServices;

namespace Refrain.Caching.Keys;

/// <summary>256 bits that stand for the content of arguments.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct KeyDigest(ulong A, ulong B, ulong C, ulong D)
{
    internal const int Bytes = 32;

    internal static KeyDigest Read(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<KeyDigest>(bytes);

    internal void Write(Span<byte> bytes) => MemoryMarshal.Write(bytes, in this);

    /// <remarks>The words are sums of products, whose low bits are not even; their high bits are, after a multiplication.</remarks>
    public override int GetHashCode() => (int)(((A ^ B) * 0x9E3779B97F4A7C15ul) >> 32);

    public override string ToString() => $"{A:x16}{B:x16}{C:x16}{D:x16}";
}
