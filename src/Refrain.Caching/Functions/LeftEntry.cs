namespace Refrain.Caching.Functions;

/// <summary>An entry of a cache whose code is replaced, as the cache of the newer code sees it, whose types may be others.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Key">What its key consists of.</param>
/// <param name="Facts">What else is known of it.</param>
/// <param name="HandOut">Gives a value of the caller's own.</param>
internal sealed record LeftEntry(object Entry, object Key, Stores.EntryFacts Facts, Func<object?> HandOut);
