using System.Runtime.InteropServices;

namespace Refrain.Caching.Keys;

/// <summary>256 bits that stand for the content of arguments.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct KeyDigest(ulong A, ulong B, ulong C, ulong D)
{
    public override int GetHashCode() => (int)A;

    public override string ToString() => $"{A:x16}{B:x16}{C:x16}{D:x16}";
}
