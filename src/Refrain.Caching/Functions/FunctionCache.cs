using Refrain.Caching.Lifetimes;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <summary>The entries and flights of one function in one host, or in one session of it.</summary>
internal abstract class FunctionCache(CacheHost host, FunctionDefinition definition)
{
    private volatile FunctionCache? _successor;

    internal CacheHost Host { get; } = host;

    /// <summary>The code that runs on a miss; a reload puts the newer one here when it is the same code.</summary>
    internal FunctionDefinition Definition { get; private protected set; } = definition;

    internal FunctionOptions Options { get; } = host.Settings.Overrides.Of(definition);

    internal FunctionCounters Counters { get; } = new();

    /// <summary>The numbers so far.</summary>
    internal abstract FunctionTotals Totals { get; }

    /// <summary>Goes on with a newer definition of the same function, if code and options are the same.</summary>
    internal abstract bool TryAdopt(FunctionDefinition newer);

    /// <summary>Removes all entries, beside memory too, and detaches all flights.</summary>
    /// <returns>How many entries went.</returns>
    internal abstract int Clear(ICollection<Task> releases);

    /// <summary>Removes the entry of these arguments, all parameters' in order, and detaches its flight; with widgets, those of all combinations.</summary>
    /// <returns>How many entries went.</returns>
    internal abstract int ClearEntry(object?[] arguments, ICollection<Task> releases);

    /// <summary>Ends the cache: what it holds is released, and nothing is stored any more.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="why">The same for people, where there is more to say.</param>
    internal abstract void Retire(EvictionReason reason, string? why = null);

    /// <summary>What the values are declared as.</summary>
    internal abstract Type ValueType { get; }

    /// <summary>The <see cref="ResourceRules{T}"/> of a resource.</summary>
    internal abstract object? Rules { get; }

    /// <summary>The cache that has taken this one's place; see Note [A reload loses no clear].</summary>
    internal FunctionCache? Successor { get => _successor; set => _successor = value; }

    /// <summary>Guards the replacement of this cache by that of newer code.</summary>
    internal Lock Succession { get; } = new();

    /// <summary>Takes the place of an older version's cache, with those of its entries that are good for this one's code.</summary>
    /// <param name="older">The cache of the older version.</param>
    /// <param name="publish">Lets calls find this cache from now on, unless they must not.</param>
    /// <param name="changed">The type for whose sake entries were dropped; <see langword="null"/> if there is none.</param>
    internal abstract bool TrySucceed(FunctionCache older, Func<bool> publish, out string? changed);

    /// <summary>The entries that a newer version might go on with, least recently used first.</summary>
    internal abstract IReadOnlyList<LeftEntry> Leaving();

    /// <summary>Takes an entry out without ending it, because it goes on in another cache; <see langword="false"/> if it is gone.</summary>
    internal abstract bool TryLetGo(LeftEntry left, out long hits);

    /// <summary>Goes on where an older version of the function ended: calls will miss what that one had.</summary>
    internal abstract void Follow(FunctionCache older);

    /// <summary>Why calls of a newer version will miss what this one had.</summary>
    internal abstract MissLog MissesFor(IReadOnlyList<string> parameters);

    /// <summary>Adds the entries that may go when the budget is exceeded.</summary>
    internal abstract void Offer(List<BudgetKeeper.Candidate> candidates);

    /// <summary>Drops an entry for the budget.</summary>
    internal abstract void Evict(Place place);

    internal abstract FunctionReport Report();

    /// <summary>What is different in a newer definition, for people.</summary>
    internal string ChangeTo(FunctionDefinition newer)
    {
        var parts = newer.Fingerprint.ChangedSince(Definition.Fingerprint).ToArray();
        if (parts.Length == 0)
            return newer.Options.SameAs(Definition.Options) ? "the code was loaded anew" : "options changed";
        return $"code changed: {string.Join(", ", parts.Take(3).Select(part => $"`{part}`"))}";
    }
}

/// <summary>The entries and flights of one function, as a call sees them.</summary>
internal abstract class FunctionCache<TArgs, T>(CacheHost host, FunctionDefinition definition) : FunctionCache(host, definition)
{
    /// <summary>Gives the cached value, or runs the function; blocks while another caller runs it.</summary>
    internal abstract T Get(TArgs args);

    /// <summary>Gives the cached value, or runs the function, without blocking.</summary>
    internal abstract ValueTask<T> GetAsync(TArgs args);

    /// <summary>The same as a task, which is shared where the value is.</summary>
    internal abstract Task<T> GetTask(TArgs args);
}
