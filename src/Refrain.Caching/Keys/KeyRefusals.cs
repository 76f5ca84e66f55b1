using System.Reflection;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

/// <summary>Which types have no content to compare, and why.</summary>
internal static class KeyRefusals
{
    internal const string Comparer = "a comparer of which it cannot be known when it equals another";
    internal const string Unseekable = "a stream that cannot be rewound";
    internal const string Endless = "a value whose key leads back to itself";
    internal const string OwnState = "a type of the platform with state added to it, of which it cannot be known what it means";
    internal const string Closed = "a stream that cannot be read";

    /// <summary>Why values of the type cannot be in a key; <see langword="null"/> if they can. Asked after the listed types are ruled out.</summary>
    internal static string? ReasonFor(Type type)
    {
        if (typeof(MemberInfo).IsAssignableFrom(type) || typeof(Assembly).IsAssignableFrom(type) || typeof(Module).IsAssignableFrom(type))
            return "a piece of loaded code";
        return typeof(Random).IsAssignableFrom(type)
            ? "a source of random numbers, whose state changes with every use"
            : Outside.ReasonFor(type);
    }
}
