using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refrain.Caching.Keys;

/// <content>Items that have no order, added up instead of sorted.</content>
internal sealed partial class KeyStream
{
    /// <summary>Above every length of a text: the part counts by its digest.</summary>
    private const ulong ByDigestKind = 1ul << 32;
    private const ulong BitsKind = 2ul << 32;
    private const ulong NullKind = 3ul << 32;

    /// <summary>What adds up items for a digest in memory; <see langword="null"/> where they must be sorted.</summary>
    private BlockCipher? Cipher => hash is VectorHash ? BlockCipher.Process : null;

    /// <summary>Writes the items of a set. If <see langword="false"/>, nothing was written: some item does not stand by itself.</summary>
    internal bool TrySum<T>(ReadOnlySpan<T> items)
    {
        if (Cipher is not { } cipher)
            return false;
        var sum = new UnorderedSum(cipher);
        foreach (var item in items)
        {
            if (!TryDescribe(item, out var kind, out var digest))
                return false;
            sum.Begin(kind, 0);
            Add(ref sum, item, kind, digest);
            sum.End();
        }

        Put(sum, items.Length);
        return true;
    }

    /// <summary>The same for the pairs of a dictionary.</summary>
    internal bool TrySum<TKey, TValue>(ReadOnlySpan<KeyValuePair<TKey, TValue>> pairs)
    {
        if (Cipher is not { } cipher)
            return false;
        var sum = new UnorderedSum(cipher);
        foreach (ref readonly var pair in pairs)
        {
            if (!TryDescribe(pair.Key, out var keyKind, out var keyDigest) || !TryDescribe(pair.Value, out var valueKind, out var valueDigest))
                return false;
            sum.Begin(keyKind, valueKind);
            Add(ref sum, pair.Key, keyKind, keyDigest);
            Add(ref sum, pair.Value, valueKind, valueDigest);
            sum.End();
        }

        Put(sum, pairs.Length);
        return true;
    }

    private void Put(UnorderedSum sum, int count)
    {
        Put(count);
        Tagged(KeyTag.Sum, sum.Value);
    }

    /// <summary>How a part of an item counts: by its own bytes, whose kind and length this says, or by its digest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryDescribe<T>(T part, out ulong kind, out KeyDigest digest)
    {
        Unsafe.SkipInit(out digest);
        if (IsWord<T>())
        {
            kind = BitsKind;
            return true;
        }

        if (!typeof(T).IsValueType && part is null)
        {
            kind = NullKind;
            return true;
        }

        if (!typeof(T).IsValueType && part is string { Length: <= UnorderedSum.MostBytes / sizeof(char) } text)
        {
            kind = (uint)text.Length;
            return true;
        }

        kind = ByDigestKind;
        digest = Part(part, out var isWhole);
        return isWhole;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(ref UnorderedSum sum, T part, ulong kind, in KeyDigest digest)
    {
        if (kind == ByDigestKind)
            sum.Add(digest);
        else if (!typeof(T).IsValueType && kind < ByDigestKind)
            sum.Add(MemoryMarshal.AsBytes(Unsafe.As<string>(part).AsSpan()));
        else if (IsWord<T>())
            sum.Add(Vector128.CreateScalar(Unsafe.SizeOf<T>() == sizeof(uint) ? Unsafe.BitCast<T, uint>(part) : Unsafe.BitCast<T, ulong>(part)).AsByte());
    }

    /// <remarks>Asked of structures alone, for each of which the runtime compiles code of its own, it costs nothing.</remarks>
    private static bool IsWord<T>() => typeof(T).IsValueType
        && (typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(float)
        || typeof(T) == typeof(long) || typeof(T) == typeof(ulong) || typeof(T) == typeof(double) || typeof(T) == typeof(DateTime));
}
