using System.ComponentModel;

namespace Refrain.CompilerServices;

/// <summary>One argument of a woven call, or several: what of it is in the key, and how it is compared, hashed and written.</summary>
/// <remarks>Woven code makes these; nothing else needs them. Slots are structs so that the runtime compiles a comparison of its own for
/// each combination of parameter types.</remarks>
/// <typeparam name="TSelf">The slot itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISlot<TSelf>
    where TSelf : struct, ISlot<TSelf>
{
    /// <summary>Whether the argument itself can be kept as the key and compared exactly; if not, its digest is the key.</summary>
    static abstract bool IsExact { get; }

    /// <summary>How many parameters this covers.</summary>
    static abstract int Count { get; }

    /// <summary>Makes the slot from boxed arguments, as a clear by arguments gives them.</summary>
    /// <param name="arguments">The arguments of all parameters in order.</param>
    /// <param name="index">The first one of this slot.</param>
    static abstract TSelf Unbox(object?[] arguments, int index);

    /// <summary>Whether both are the same in a key, bit by bit.</summary>
    bool KeyEquals(TSelf other);

    /// <summary>A hash that agrees with <see cref="KeyEquals"/>.</summary>
    int KeyHash();

    /// <summary>The same without what is not in the key, so that an entry keeps no argument alive needlessly.</summary>
    TSelf ForKey();

    /// <summary>The same with every cancellation token replaced.</summary>
    TSelf WithToken(CancellationToken token);

    /// <summary>The caller's cancellation token, if a parameter is one.</summary>
    CancellationToken CallerToken { get; }

    /// <summary>Adds what is in the key to a digest.</summary>
    void Encode(KeyEncoder encoder);

    /// <summary>Gives a number for each argument that is equal for equal ones, so that it can be told which argument changed; negative ones for
    /// arguments of which that is not known, or that are not in the key.</summary>
    void Mark(Span<long> marks, int index);

    /// <summary>Gives the arguments back, boxed, as they were passed.</summary>
    void Box(object?[] arguments, int index);
}
