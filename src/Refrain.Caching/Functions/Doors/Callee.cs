using Refrain.CompilerServices;

namespace Refrain.Caching.Functions.Doors;

/// <summary>The delegate that a call through a door runs on a miss. It travels with the arguments, because each run of a script has a closure of its
/// own, but it is no argument: it is not in the key, no entry keeps it, and nobody is shown it.</summary>
internal readonly struct Callee<TDelegate>(TDelegate function) : ISlot<Callee<TDelegate>>
    where TDelegate : Delegate
{
    internal TDelegate Value => function;

    public static bool IsExact => true;

    public static int Count => 0;

    public CancellationToken CallerToken => default;

    public static Callee<TDelegate> Unbox(object?[] arguments, int index) => default;

    public bool KeyEquals(Callee<TDelegate> other) => true;

    public int KeyHash() => 0;

    public Callee<TDelegate> ForKey() => default;

    public Callee<TDelegate> WithToken(CancellationToken token) => this;

    public void Encode(KeyEncoder encoder)
    {
    }

    public void Mark(Span<long> marks, int index)
    {
    }

    public void Box(object?[] arguments, int index)
    {
    }
}
