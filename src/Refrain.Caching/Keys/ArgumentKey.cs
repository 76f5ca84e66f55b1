using System.Runtime.CompilerServices;

namespace Refrain.Caching.Keys;

/// <summary>How arguments of one type are compared and hashed as keys.</summary>
/// <remarks>Exactly, bit by bit, never by a type's own idea of equality. The comparisons with <c>typeof</c> cost nothing: the runtime
/// compiles a method of its own for each structure and keeps one branch.</remarks>
internal static class ArgumentKey<T>
{
    /// <summary>Whether an argument can itself be the key; if not, its digest is.</summary>
    internal static bool IsExact
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsOneWord || IsTwoWords || typeof(T) == typeof(string) || Composed<T>.Comparison != null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Equals(T left, T right)
    {
        if (typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(bool))
            return Unsafe.BitCast<T, byte>(left) == Unsafe.BitCast<T, byte>(right);
        if (typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(char))
            return Unsafe.BitCast<T, ushort>(left) == Unsafe.BitCast<T, ushort>(right);
        if (IsHalfWord)
            return Unsafe.BitCast<T, uint>(left) == Unsafe.BitCast<T, uint>(right);
        if (IsOneWord)
            return Unsafe.BitCast<T, ulong>(left) == Unsafe.BitCast<T, ulong>(right);
        if (IsTwoWords)
            return Unsafe.BitCast<T, UInt128>(left) == Unsafe.BitCast<T, UInt128>(right);
        if (typeof(T) == typeof(string))
            return string.Equals(Unsafe.As<T, string?>(ref left), Unsafe.As<T, string?>(ref right));
        return Composed<T>.Comparison!.Equal(left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Hash(T value)
    {
        if (typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(bool))
            return Unsafe.BitCast<T, byte>(value);
        if (typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(char))
            return Unsafe.BitCast<T, ushort>(value);
        if (IsHalfWord)
            return (int)(Unsafe.BitCast<T, uint>(value) ^ HashSecret.Bits);
        if (IsOneWord)
            return High(Unsafe.BitCast<T, ulong>(value) * HashSecret.Factor);
        if (IsTwoWords)
            return High(Unsafe.As<T, ulong>(ref value) * HashSecret.Factor + Unsafe.Add(ref Unsafe.As<T, ulong>(ref value), 1) * HashSecret.SecondFactor);
        if (typeof(T) == typeof(string))
            return Unsafe.As<T, string?>(ref value)?.GetHashCode() ?? 0;
        return Composed<T>.Comparison!.Hash(value);
    }

    private static bool IsHalfWord
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(float) || typeof(T) == typeof(DateOnly);
    }

    /// <summary>At most 64 bits, all of which count.</summary>
    private static bool IsOneWord
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsHalfWord
            || typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(bool)
            || typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(char)
            || typeof(T) == typeof(long) || typeof(T) == typeof(ulong) || typeof(T) == typeof(double)
            || typeof(T) == typeof(DateTime) || typeof(T) == typeof(TimeSpan) || typeof(T) == typeof(TimeOnly);
    }

    private static bool IsTwoWords
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(decimal) || typeof(T) == typeof(Guid) || typeof(T) == typeof(Int128) || typeof(T) == typeof(UInt128);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int High(ulong bits) => (int)(bits >> 32);
}
