using System.ComponentModel;
using System.Runtime.CompilerServices;
using Refrain.Caching.Functions;
using Refrain.Caching.Keys;

namespace Refrain.CompilerServices;

/// <summary>An argument of any type, keyed by its content.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Keyed<T> : ISlot<Keyed<T>>
{
    private readonly T _value;

    /// <summary>Wraps an argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Keyed(T value) => _value = value;

    /// <summary>The argument.</summary>
    public T Value => _value;

    /// <inheritdoc/>
    public static bool IsExact => ArgumentKey<T>.IsExact;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public CancellationToken CallerToken => default;

    /// <inheritdoc/>
    public static Keyed<T> Unbox(object?[] arguments, int index) => new((T)arguments[index]!);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool KeyEquals(Keyed<T> other) => ArgumentKey<T>.Equals(_value, other._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeyHash() => ArgumentKey<T>.Hash(_value);

    /// <inheritdoc/>
    public Keyed<T> ForKey() => this;

    /// <inheritdoc/>
    public Keyed<T> WithToken(CancellationToken token) => this;

    /// <inheritdoc/>
    public void Encode(KeyEncoder encoder) => encoder.Argument(_value);

    /// <inheritdoc/>
    public void Mark(Span<long> marks, int index) => marks[index] = IsExact ? (uint)KeyHash() : MissLog.Unknown;

    /// <inheritdoc/>
    public void Box(object?[] arguments, int index) => arguments[index] = _value;
}

/// <summary>A string argument, compared ordinally; apart from <see cref="Keyed{T}"/> so that its code is not shared between types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Text : ISlot<Text>
{
    private readonly string? _value;

    /// <summary>Wraps an argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Text(string? value) => _value = value;

    /// <summary>The argument.</summary>
    public string? Value => _value;

    /// <inheritdoc/>
    public static bool IsExact => true;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public CancellationToken CallerToken => default;

    /// <inheritdoc/>
    public static Text Unbox(object?[] arguments, int index) => new((string?)arguments[index]);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool KeyEquals(Text other) => string.Equals(_value, other._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeyHash() => _value is null ? 0 : _value.GetHashCode();

    /// <inheritdoc/>
    public Text ForKey() => this;

    /// <inheritdoc/>
    public Text WithToken(CancellationToken token) => this;

    /// <inheritdoc/>
    public void Encode(KeyEncoder encoder) => encoder.Argument(_value);

    /// <inheritdoc/>
    public void Mark(Span<long> marks, int index) => marks[index] = (uint)KeyHash();

    /// <inheritdoc/>
    public void Box(object?[] arguments, int index) => arguments[index] = _value;
}

/// <summary>An argument that is not in the key: <c>_name</c>, <c>[NotKeyed]</c>, or an instance of a <c>[NotKeyed]</c> type.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Unkeyed<T> : ISlot<Unkeyed<T>>
{
    private readonly T _value;

    /// <summary>Wraps an argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Unkeyed(T value) => _value = value;

    /// <summary>The argument.</summary>
    public T Value => _value;

    /// <inheritdoc/>
    public static bool IsExact => true;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public CancellationToken CallerToken => default;

    /// <inheritdoc/>
    public static Unkeyed<T> Unbox(object?[] arguments, int index) => default;

    /// <inheritdoc/>
    public bool KeyEquals(Unkeyed<T> other) => true;

    /// <inheritdoc/>
    public int KeyHash() => 0;

    /// <inheritdoc/>
    public Unkeyed<T> ForKey() => default;

    /// <inheritdoc/>
    public Unkeyed<T> WithToken(CancellationToken token) => this;

    /// <inheritdoc/>
    public void Encode(KeyEncoder encoder) => encoder.Skip();

    /// <inheritdoc/>
    public void Mark(Span<long> marks, int index) => marks[index] = MissLog.NotKeyed;

    /// <inheritdoc/>
    public void Box(object?[] arguments, int index) => arguments[index] = _value;
}

/// <summary>A cancellation token: never in the key; the function gets the flight's in its place.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Token : ISlot<Token>
{
    private readonly CancellationToken _value;

    /// <summary>Wraps an argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Token(CancellationToken value) => _value = value;

    /// <summary>The argument.</summary>
    public CancellationToken Value => _value;

    /// <inheritdoc/>
    public static bool IsExact => true;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public CancellationToken CallerToken => _value;

    /// <inheritdoc/>
    public static Token Unbox(object?[] arguments, int index) => default;

    /// <inheritdoc/>
    public bool KeyEquals(Token other) => true;

    /// <inheritdoc/>
    public int KeyHash() => 0;

    /// <inheritdoc/>
    public Token ForKey() => default;

    /// <inheritdoc/>
    public Token WithToken(CancellationToken token) => new(token);

    /// <inheritdoc/>
    public void Encode(KeyEncoder encoder) => encoder.Skip();

    /// <inheritdoc/>
    public void Mark(Span<long> marks, int index) => marks[index] = MissLog.NotKeyed;

    /// <inheritdoc/>
    public void Box(object?[] arguments, int index) => arguments[index] = _value;
}
