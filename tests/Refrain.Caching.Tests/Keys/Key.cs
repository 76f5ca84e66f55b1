using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.CompilerServices;

namespace Refrain.Caching.Tests.Keys;

/// <summary>Keys as a call of <c>Load(options)</c> would make them.</summary>
internal static class Key
{
    internal static readonly FunctionName Load = new("Load", "app/Load(options)", ["options"]);

    internal static KeyDigest Of<T>(T value) => KeyEncoder.Digest(Load, new Args<Keyed<T>>(new(value)));

    internal static KeyDigest StableOf<T>(T value) => KeyEncoder.StableDigest(Load, new Args<Keyed<T>>(new(value)));

    /// <summary>Whether two arguments share an entry; the quick and the stable digest, and the typed key if there is one, must say the same.</summary>
    internal static bool Same<T>(T left, T right)
    {
        var same = Of(left) == Of(right);
        Assert.Equal(same, StableOf(left) == StableOf(right));
        if (ArgumentKey<T>.IsExact)
        {
            Assert.Equal(same, ArgumentKey<T>.Equals(left, right));
            if (same)
                Assert.Equal(ArgumentKey<T>.Hash(left), ArgumentKey<T>.Hash(right));
        }

        return same;
    }
}
