using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Refrain.CompilerServices;

/// <summary>No argument at all of a woven call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Args : ISlot<Args>
{
    /// <inheritdoc/>
    public static bool IsExact => true;

    /// <inheritdoc/>
    public static int Count => 0;

    /// <inheritdoc/>
    public CancellationToken CallerToken => default;

    /// <inheritdoc/>
    public static Args Unbox(object?[] arguments, int index) => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool KeyEquals(Args other) => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeyHash() => 0;

    /// <inheritdoc/>
    public Args ForKey() => default;

    /// <inheritdoc/>
    public Args WithToken(CancellationToken token) => default;

    /// <inheritdoc/>
    public void Encode(KeyEncoder encoder)
    {
    }

    /// <inheritdoc/>
    public void Mark(Span<long> marks, int index)
    {
    }

    /// <inheritdoc/>
    public void Box(object?[] arguments, int index)
    {
    }
}

/// <summary>One argument of a woven call.</summary>
/// <typeparam name="T1">The slot of argument 1.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Args<T1> : ISlot<Args<T1>>
    where T1 : struct, ISlot<T1>
{
    /// <summary>Wraps the arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Args(T1 item1)
    {
        Item1 = item1;
    }

    /// <summary>Argument 1.</summary>
    public T1 Item1 { get; }

    /// <inheritdoc/>
    public static bool IsExact => T1.IsExact;

    /// <inheritdoc/>
    public static int Count => T1.Count;

    /// <inheritdoc/>
    public CancellationToken CallerToken => Item1.CallerToken;

    /// <inheritdoc/>
    public static Args<T1> Unbox(object?[] arguments, int index) => new(T1.Unbox(arguments, index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool KeyEquals(Args<T1> other) => Item1.KeyEquals(other.Item1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeyHash() => Item1.KeyHash();

    /// <inheritdoc/>
    public Args<T1> ForKey() => new(Item1.ForKey());

    /// <inheritdoc/>
    public Args<T1> WithToken(CancellationToken token) => new(Item1.WithToken(token));

    /// <inheritdoc/>
    public void Encode(KeyEncoder encoder)
    {
        Item1.Encode(encoder);
    }

    /// <inheritdoc/>
    public void Mark(Span<long> marks, int index)
    {
        Item1.Mark(marks, index);
    }

    /// <inheritdoc/>
    public void Box(object?[] arguments, int index)
    {
        Item1.Box(arguments, index);
    }
}

/// <summary>Two arguments of a woven call.</summary>
/// <typeparam name="T1">The slot of argument 1.</typeparam>
/// <typeparam name="T2">The slot of argument 2.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Args<T1, T2> : ISlot<Args<T1, T2>>
    where T1 : struct, ISlot<T1>
    where T2 : struct, ISlot<T2>
{
    /// <summary>Wraps the arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Args(T1 item1, T2 item2)
    {
        Item1 = item1;
        Item2 = item2;
    }

    /// <summary>Argument 1.</summary>
    public T1 Item1 { get; }

    /// <summary>Argument 2.</summary>
    public T2 Item2 { get; }

    /// <inheritdoc/>
    public static bool IsExact => T1.IsExact && T2.IsExact;

    /// <inheritdoc/>
    public static int Count => T1.Count + T2.Count;

    /// <inheritdoc/>
    public CancellationToken CallerToken => Item1.CallerToken.CanBeCanceled ? Item1.CallerToken : Item2.CallerToken;

    /// <inheritdoc/>
    public static Args<T1, T2> Unbox(object?[] arguments, int index) => new(T1.Unbox(arguments, index), T2.Unbox(arguments, index + T1.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool KeyEquals(Args<T1, T2> other) => Item1.KeyEquals(other.Item1) && Item2.KeyEquals(other.Item2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeyHash() => SlotHash.Combine(Item1.KeyHash(), Item2.KeyHash());

    /// <inheritdoc/>
    public Args<T1, T2> ForKey() => new(Item1.ForKey(), Item2.ForKey());

    /// <inheritdoc/>
    public Args<T1, T2> WithToken(CancellationToken token) => new(Item1.WithToken(token), Item2.WithToken(token));

    /// <inheritdoc/>
    public void Encode(KeyEncoder encoder)
    {
        Item1.Encode(encoder);
        Item2.Encode(encoder);
    }

    /// <inheritdoc/>
    public void Mark(Span<long> marks, int index)
    {
        Item1.Mark(marks, index);
        Item2.Mark(marks, index + T1.Count);
    }

    /// <inheritdoc/>
    public void Box(object?[] arguments, int index)
    {
        Item1.Box(arguments, index);
        Item2.Box(arguments, index + T1.Count);
    }
}

/// <summary>Three arguments of a woven call.</summary>
/// <typeparam name="T1">The slot of argument 1.</typeparam>
/// <typeparam name="T2">The slot of argument 2.</typeparam>
/// <typeparam name="T3">The slot of argument 3.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Args<T1, T2, T3> : ISlot<Args<T1, T2, T3>>
    where T1 : struct, ISlot<T1>
    where T2 : struct, ISlot<T2>
    where T3 : struct, ISlot<T3>
{
    /// <summary>Wraps the arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Args(T1 item1, T2 item2, T3 item3)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
    }

    /// <summary>Argument 1.</summary>
    public T1 Item1 { get; }

    /// <summary>Argument 2.</summary>
    public T2 Item2 { get; }

    /// <summary>Argument 3.</summary>
    public T3 Item3 { get; }

    /// <inheritdoc/>
    public static bool IsExact => T1.IsExact && T2.IsExact && T3.IsExact;

    /// <inheritdoc/>
    public static int Count => T1.Count + T2.Count + T3.Count;

    /// <inheritdoc/>
    public CancellationToken CallerToken => Item1.CallerToken.CanBeCanceled ? Item1.CallerToken : Item2.CallerToken.CanBeCanceled ? Item2.CallerToken : Item3.CallerToken;

    /// <inheritdoc/>
    public static Args<T1, T2, T3> Unbox(object?[] arguments, int index) => new(T1.Unbox(arguments, index), T2.Unbox(arguments, index + T1.Count), T3.Unbox(arguments, index + T1.Count + T2.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool KeyEquals(Args<T1, T2, T3> other) => Item1.KeyEquals(other.Item1) && Item2.KeyEquals(other.Item2) && Item3.KeyEquals(other.Item3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeyHash() => SlotHash.Combine(SlotHash.Combine(Item1.KeyHash(), Item2.KeyHash()), Item3.KeyHash());

    /// <inheritdoc/>
    public Args<T1, T2, T3> ForKey() => new(Item1.ForKey(), Item2.ForKey(), Item3.ForKey());

    /// <inheritdoc/>
    public Args<T1, T2, T3> WithToken(CancellationToken token) => new(Item1.WithToken(token), Item2.WithToken(token), Item3.WithToken(token));

    /// <inheritdoc/>
    public void Encode(KeyEncoder encoder)
    {
        Item1.Encode(encoder);
        Item2.Encode(encoder);
        Item3.Encode(encoder);
    }

    /// <inheritdoc/>
    public void Mark(Span<long> marks, int index)
    {
        Item1.Mark(marks, index);
        Item2.Mark(marks, index + T1.Count);
        Item3.Mark(marks, index + T1.Count + T2.Count);
    }

    /// <inheritdoc/>
    public void Box(object?[] arguments, int index)
    {
        Item1.Box(arguments, index);
        Item2.Box(arguments, index + T1.Count);
        Item3.Box(arguments, index + T1.Count + T2.Count);
    }
}

/// <summary>Four arguments of a woven call; more are nested in the last.</summary>
/// <typeparam name="T1">The slot of argument 1.</typeparam>
/// <typeparam name="T2">The slot of argument 2.</typeparam>
/// <typeparam name="T3">The slot of argument 3.</typeparam>
/// <typeparam name="T4">The slot of argument 4.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Args<T1, T2, T3, T4> : ISlot<Args<T1, T2, T3, T4>>
    where T1 : struct, ISlot<T1>
    where T2 : struct, ISlot<T2>
    where T3 : struct, ISlot<T3>
    where T4 : struct, ISlot<T4>
{
    /// <summary>Wraps the arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Args(T1 item1, T2 item2, T3 item3, T4 item4)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
    }

    /// <summary>Argument 1.</summary>
    public T1 Item1 { get; }

    /// <summary>Argument 2.</summary>
    public T2 Item2 { get; }

    /// <summary>Argument 3.</summary>
    public T3 Item3 { get; }

    /// <summary>Argument 4.</summary>
    public T4 Item4 { get; }

    /// <inheritdoc/>
    public static bool IsExact => T1.IsExact && T2.IsExact && T3.IsExact && T4.IsExact;

    /// <inheritdoc/>
    public static int Count => T1.Count + T2.Count + T3.Count + T4.Count;

    /// <inheritdoc/>
    public CancellationToken CallerToken => Item1.CallerToken.CanBeCanceled ? Item1.CallerToken : Item2.CallerToken.CanBeCanceled ? Item2.CallerToken : Item3.CallerToken.CanBeCanceled ? Item3.CallerToken : Item4.CallerToken;

    /// <inheritdoc/>
    public static Args<T1, T2, T3, T4> Unbox(object?[] arguments, int index) => new(T1.Unbox(arguments, index), T2.Unbox(arguments, index + T1.Count), T3.Unbox(arguments, index + T1.Count + T2.Count), T4.Unbox(arguments, index + T1.Count + T2.Count + T3.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool KeyEquals(Args<T1, T2, T3, T4> other) => Item1.KeyEquals(other.Item1) && Item2.KeyEquals(other.Item2) && Item3.KeyEquals(other.Item3) && Item4.KeyEquals(other.Item4);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeyHash() => SlotHash.Combine(SlotHash.Combine(SlotHash.Combine(Item1.KeyHash(), Item2.KeyHash()), Item3.KeyHash()), Item4.KeyHash());

    /// <inheritdoc/>
    public Args<T1, T2, T3, T4> ForKey() => new(Item1.ForKey(), Item2.ForKey(), Item3.ForKey(), Item4.ForKey());

    /// <inheritdoc/>
    public Args<T1, T2, T3, T4> WithToken(CancellationToken token) => new(Item1.WithToken(token), Item2.WithToken(token), Item3.WithToken(token), Item4.WithToken(token));

    /// <inheritdoc/>
    public void Encode(KeyEncoder encoder)
    {
        Item1.Encode(encoder);
        Item2.Encode(encoder);
        Item3.Encode(encoder);
        Item4.Encode(encoder);
    }

    /// <inheritdoc/>
    public void Mark(Span<long> marks, int index)
    {
        Item1.Mark(marks, index);
        Item2.Mark(marks, index + T1.Count);
        Item3.Mark(marks, index + T1.Count + T2.Count);
        Item4.Mark(marks, index + T1.Count + T2.Count + T3.Count);
    }

    /// <inheritdoc/>
    public void Box(object?[] arguments, int index)
    {
        Item1.Box(arguments, index);
        Item2.Box(arguments, index + T1.Count);
        Item3.Box(arguments, index + T1.Count + T2.Count);
        Item4.Box(arguments, index + T1.Count + T2.Count + T3.Count);
    }
}

/// <summary>Mixes the hashes of two arguments; good enough for a table in memory that is not an attacker's to fill.</summary>
internal static class SlotHash
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Combine(int first, int second) => (int)((uint)first * 0x9E3779B1u) ^ second;
}
