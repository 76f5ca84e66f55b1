using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Refrain.Caching.Keys;

/// <content>Items that have no order, added up instead of sorted.</content>
internal sealed partial class KeyStream
{
    /// <summary>Where items are collected. What is by itself in one goes through a stream of its own.</summary>
    private Vector128<byte>[]? _room;

    /// <summary>What adds up items for a digest in memory; <see langword="null"/> where they must be sorted.</summary>
    private UnorderedSecret? Secret => hash is VectorHash ? UnorderedSecret.Process : null;

    /// <summary>Writes the items of a set. If <see langword="false"/>, nothing was written: some item does not stand by itself.</summary>
    internal bool TrySum<T, TItems>(TItems items)
        where TItems : struct, IEnumerator<T>, allows ref struct
    {
        if (Secret is not { } secret)
            return false;
        var sum = new UnorderedSum(secret, _room ??= new Vector128<byte>[UnorderedSum.Room]);
        while (MoveOn<T, TItems>(ref sum, ref items))
        {
            if (!TryAdd(ref sum, items.Current))
                return false;
        }

        Put(ref sum);
        return true;
    }

    /// <summary>The same for the pairs of a dictionary.</summary>
    internal bool TrySum<TKey, TValue, TPairs>(TPairs pairs)
        where TPairs : struct, IEnumerator<KeyValuePair<TKey, TValue>>, allows ref struct
    {
        if (Secret is not { } secret)
            return false;
        var sum = new UnorderedSum(secret, _room ??= new Vector128<byte>[UnorderedSum.Room]);
        while (MoveOn<KeyValuePair<TKey, TValue>, TPairs>(ref sum, ref pairs))
        {
            var (key, value) = pairs.Current;
            if (!TryAdd(ref sum, key, value))
                return false;
        }

        Put(ref sum);
        return true;
    }

    private void Put(ref UnorderedSum sum)
    {
        Put(sum.Count);
        Tagged(KeyTag.Sum, sum.Finish());
    }

    /// <summary>Moves on to the next item; texts are added on the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MoveOn<T, TItems>(ref UnorderedSum sum, ref TItems items)
        where TItems : struct, IEnumerator<T>, allows ref struct
    {
        if (typeof(TItems) == typeof(Dictionary<string, string?>.Enumerator))
            return sum.MovePastTexts(ref Unsafe.As<TItems, Dictionary<string, string?>.Enumerator>(ref items));
        if (typeof(TItems) == typeof(HashSet<string?>.Enumerator))
            return sum.MovePastTexts(ref Unsafe.As<TItems, HashSet<string?>.Enumerator>(ref items));
        return items.MoveNext();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryAdd<T>(ref UnorderedSum sum, T item)
    {
        if (!TryDescribe(item, out var kind, out var digest))
            return false;
        sum.Begin(kind, 0);
        Add(ref sum, item, kind, digest);
        sum.End();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryAdd<TKey, TValue>(ref UnorderedSum sum, TKey key, TValue value)
    {
        if (!TryDescribe(key, out var keyKind, out var keyDigest) || !TryDescribe(value, out var valueKind, out var valueDigest))
            return false;
        sum.Begin(keyKind, valueKind);
        Add(ref sum, key, keyKind, keyDigest);
        Add(ref sum, value, valueKind, valueDigest);
        sum.End();
        return true;
    }

    /// <summary>How a part of an item counts: by its own bytes, whose kind and length this says, or by its digest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryDescribe<T>(T part, out int kind, out KeyDigest digest)
    {
        Unsafe.SkipInit(out digest);
        if (IsWord<T>())
        {
            kind = UnorderedSecret.Bits;
            return true;
        }

        if (!typeof(T).IsValueType && part is null)
        {
            kind = UnorderedSecret.Null;
            return true;
        }

        if (!typeof(T).IsValueType && IsShort(part, out var text))
        {
            kind = text.Length;
            return true;
        }

        kind = UnorderedSecret.Digest;
        digest = Part(part, out var isWhole);
        return isWhole;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsShort(object? part, [NotNullWhen(true)] out string? text)
    {
        text = part as string;
        return text?.Length <= UnorderedSecret.LongestText;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(ref UnorderedSum sum, T part, int kind, in KeyDigest digest)
    {
        if (kind == UnorderedSecret.Digest)
            sum.Add(digest);
        else if (!typeof(T).IsValueType && kind <= UnorderedSecret.LongestText)
            sum.Add(Unsafe.As<string>(part)!);
        else if (IsWord<T>())
            sum.Add(Vector128.CreateScalar(Unsafe.SizeOf<T>() == sizeof(uint) ? Unsafe.BitCast<T, uint>(part) : Unsafe.BitCast<T, ulong>(part)).AsByte());
    }

    /// <remarks>Asked of structures alone, for each of which the runtime compiles code of its own, it costs nothing.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWord<T>() => typeof(T).IsValueType
        && (typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(float)
        || typeof(T) == typeof(long) || typeof(T) == typeof(ulong) || typeof(T) == typeof(double) || typeof(T) == typeof(DateTime));
}
