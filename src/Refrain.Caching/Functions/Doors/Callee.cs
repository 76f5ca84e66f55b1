using Refrain.CompilerServices;

namespace Refrain.Caching.Functions.Doors;

/// <summary>The door that a call came through, which says what runs on a miss. It travels with the arguments, because each run of a script has a
/// closure of its own, but it is no argument: it is not in the key, no entry keeps it, and nobody is shown it.</summary>
/// <remarks>Not generic, so that the runtime shares no code between functions of different delegate types.</remarks>
internal readonly struct Callee(Door door) : ISlot<Callee>
{
    internal Door Value => door;

    public static bool IsExact => true;

    public static int Count => 0;

    public CancellationToken CallerToken => default;

    public static Callee Unbox(object?[] arguments, int index) => default;

    public bool KeyEquals(Callee other) => true;

    public int KeyHash() => 0;

    public Callee ForKey() => default;

    public Callee WithToken(CancellationToken token) => this;

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
