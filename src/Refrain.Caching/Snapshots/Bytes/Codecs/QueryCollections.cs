using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Groups and look-ups of a query. They are made anew by the same query, since they hold hash codes of the process they were made in.</summary>
internal static class QueryCollections
{
    internal static Codec IGrouping<TKey, T>() => new GroupingCodec<TKey, T>();

    internal static Codec ILookup<TKey, T>() => new LookupCodec<TKey, T>();

    /// <summary>Whether the platform made it: a user's own is not made anew by a query.</summary>
    internal static bool IsPlatforms(object value) => value.GetType().Assembly == typeof(Enumerable).Assembly;

    /// <summary>How a look-up finds its keys, which nothing public says.</summary>
    internal static object? ComparerOf(object lookup) =>
        Array.Find(Fields.Of(lookup.GetType()), field => field.Name == "_comparer")!.GetValue(lookup);
}

/// <summary>One group: its key, and its items.</summary>
internal sealed class GroupingCodec<TKey, T> : BuiltCodec<IGrouping<TKey, T>>
{
    protected override bool NeedsContent => !Items<TKey>.AreWhole;

    protected override bool Fits(IGrouping<TKey, T> value) => QueryCollections.IsPlatforms(value);

    protected override void Parts(ValueWriter writer, IGrouping<TKey, T> value)
    {
        writer.Array(2);
        writer.Value(value.Key);
        Items<T>.Write(writer, [.. value]);
    }

    protected override IGrouping<TKey, T> Build(ValueReader reader)
    {
        reader.Array(2);
        var key = reader.Value<TKey>();
        return Items<T>.Read(reader).GroupBy(_ => key).First();
    }
}

/// <summary>A look-up: its groups in their order.</summary>
internal sealed class LookupCodec<TKey, T> : BuiltCodec<ILookup<TKey, T>>
{
    private static readonly ComparerForm<ILookup<TKey, T>> Comparer = new(
        typeof(IEqualityComparer<TKey>), QueryCollections.ComparerOf, EqualityComparer<TKey>.Default);

    protected override bool NeedsContent => !Items<TKey>.AreWhole;

    protected override bool Fits(ILookup<TKey, T> value) => QueryCollections.IsPlatforms(value);

    protected override void Parts(ValueWriter writer, ILookup<TKey, T> value)
    {
        writer.Array(2);
        Comparer.Write(writer, value);
        writer.Array(value.Count);
        foreach (var group in value)
        {
            writer.Array(2);
            writer.Value(group.Key);
            Items<T>.Write(writer, [.. group]);
        }
    }

    protected override ILookup<TKey, T> Build(ValueReader reader)
    {
        reader.Array(2);
        var comparer = (IEqualityComparer<TKey>?)Comparer.Read(reader);
        var groups = new KeyValuePair<TKey, T[]>[reader.Array()];
        foreach (ref var group in groups.AsSpan())
        {
            reader.Array(2);
            group = new(reader.Value<TKey>(), Items<T>.Read(reader));
        }

        return groups.SelectMany(group => group.Value.Select(item => (group.Key, Item: item))).ToLookup(pair => pair.Key, pair => pair.Item, comparer);
    }
}
