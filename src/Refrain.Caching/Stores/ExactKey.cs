using System.Runtime.CompilerServices;
using Refrain.CompilerServices;

namespace Refrain.Caching.Stores;

/// <summary>Arguments as they are, as a key; its own type so that a dictionary compares it without a comparer object.</summary>
internal readonly struct ExactKey<TArgs>(TArgs args) : IEquatable<ExactKey<TArgs>>
    where TArgs : struct, ISlot<TArgs>
{
    private readonly TArgs _args = args;

    internal TArgs Args => _args;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(ExactKey<TArgs> other) => _args.KeyEquals(other._args);

    public override bool Equals(object? obj) => obj is ExactKey<TArgs> other && Equals(other);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override int GetHashCode() => _args.KeyHash();
}
