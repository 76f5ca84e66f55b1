using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.InteropServices;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>The collections that are built from their items. Each method is the codec of one definition, found by its name.</summary>
internal static class ImmutableCollections
{
    internal static Codec ReadOnlyCollection<T>() => new BuildingCodec<ReadOnlyCollection<T>, T>((items, _) => new(items));

    internal static Codec ReadOnlyObservableCollection<T>() => new BuildingCodec<ReadOnlyObservableCollection<T>, T>((items, _) => new([.. items]));

    internal static Codec ReadOnlySet<T>() => new BuildingCodec<ReadOnlySet<T>, T>(
        (items, comparers) => new(Checked(new HashSet<T>(items, (IEqualityComparer<T>?)comparers[0]), items)),
        Equality<ReadOnlySet<T>, T>(set => (Inner.Of(set) as HashSet<T>)?.Comparer))
    {
        PlacesByContent = !Items<T>.AreWhole,
    };

    internal static Codec ReadOnlyDictionary<TKey, TValue>()
        where TKey : notnull =>
        new BuildingCodec<ReadOnlyDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            (pairs, comparers) => new(new Dictionary<TKey, TValue>(pairs, (IEqualityComparer<TKey>?)comparers[0])),
            Equality<ReadOnlyDictionary<TKey, TValue>, TKey>(map => (Inner.Of(map) as Dictionary<TKey, TValue>)?.Comparer))
        {
            PlacesByContent = !Items<TKey>.AreWhole,
        };

    internal static Codec ImmutableArray<T>() => new SpanCodec<ImmutableArray<T>, T>(
        array => array.IsDefault, array => array.AsMemory(), ImmutableCollectionsMarshal.AsImmutableArray);

    internal static Codec ReadOnlyMemory<T>() => new SpanCodec<ReadOnlyMemory<T>, T>(_ => false, memory => memory, items => items);

    internal static Codec Memory<T>() => new SpanCodec<Memory<T>, T>(_ => false, memory => memory, items => items);

    internal static Codec ArraySegment<T>() => new SpanCodec<ArraySegment<T>, T>(segment => segment.Array is null, segment => segment, items => items);

    internal static Codec ImmutableList<T>() => new BuildingCodec<ImmutableList<T>, T>((items, _) => [.. items]);

    internal static Codec ImmutableQueue<T>() => new BuildingCodec<ImmutableQueue<T>, T>((items, _) => [.. items]);

    internal static Codec ImmutableStack<T>() => new BuildingCodec<ImmutableStack<T>, T>((items, _) =>
    {
        Array.Reverse(items);
        return System.Collections.Immutable.ImmutableStack.CreateRange(items);
    });

    internal static Codec ImmutableHashSet<T>() => new BuildingCodec<ImmutableHashSet<T>, T>(
        (items, comparers) => Checked(items.ToImmutableHashSet((IEqualityComparer<T>?)comparers[0]), items),
        Equality<ImmutableHashSet<T>, T>(set => set.KeyComparer))
    {
        PlacesByContent = !Items<T>.AreWhole,
    };

    internal static Codec ImmutableSortedSet<T>() => new BuildingCodec<ImmutableSortedSet<T>, T>(
        (items, comparers) => Checked(items.ToImmutableSortedSet((IComparer<T>?)comparers[0]), items),
        Order<ImmutableSortedSet<T>, T>(set => set.KeyComparer))
    {
        PlacesByContent = !Items<T>.AreWhole,
    };

    internal static Codec FrozenSet<T>() => new BuildingCodec<FrozenSet<T>, T>(
        (items, comparers) => Checked(items.ToFrozenSet((IEqualityComparer<T>?)comparers[0]), items),
        Equality<FrozenSet<T>, T>(set => set.Comparer))
    {
        PlacesByContent = !Items<T>.AreWhole,
    };

    internal static Codec ImmutableDictionary<TKey, TValue>()
        where TKey : notnull =>
        new BuildingCodec<ImmutableDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            (pairs, comparers) => System.Collections.Immutable.ImmutableDictionary.CreateRange(
                (IEqualityComparer<TKey>?)comparers[0], (IEqualityComparer<TValue>?)comparers[1], pairs),
            Equality<ImmutableDictionary<TKey, TValue>, TKey>(map => map.KeyComparer),
            Equality<ImmutableDictionary<TKey, TValue>, TValue>(map => map.ValueComparer))
        {
            PlacesByContent = !Items<TKey>.AreWhole,
        };

    internal static Codec ImmutableSortedDictionary<TKey, TValue>()
        where TKey : notnull =>
        new BuildingCodec<ImmutableSortedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            (pairs, comparers) => System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
                (IComparer<TKey>?)comparers[0], (IEqualityComparer<TValue>?)comparers[1], pairs),
            Order<ImmutableSortedDictionary<TKey, TValue>, TKey>(map => map.KeyComparer),
            Equality<ImmutableSortedDictionary<TKey, TValue>, TValue>(map => map.ValueComparer))
        {
            PlacesByContent = !Items<TKey>.AreWhole,
        };

    internal static Codec FrozenDictionary<TKey, TValue>()
        where TKey : notnull =>
        new BuildingCodec<FrozenDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            (pairs, comparers) => pairs.ToFrozenDictionary((IEqualityComparer<TKey>?)comparers[0]),
            Equality<FrozenDictionary<TKey, TValue>, TKey>(map => map.Comparer))
        {
            PlacesByContent = !Items<TKey>.AreWhole,
        };

    private static ComparerForm<TCollection> Equality<TCollection, T>(Func<TCollection, object?> get)
        where TCollection : class =>
        new(typeof(IEqualityComparer<T>), get, EqualityComparer<T>.Default);

    private static ComparerForm<TCollection> Order<TCollection, T>(Func<TCollection, object?> get)
        where TCollection : class =>
        new(typeof(IComparer<T>), get, Comparer<T>.Default);

    private static TSet Checked<TSet, T>(TSet set, T[] items)
        where TSet : class, IReadOnlyCollection<T> =>
        set.Count == items.Length ? set : throw ValueReader.Damaged("each item once");
}

/// <summary>What read-only views look at.</summary>
internal static class Inner
{
    internal static object? Of<T>(ReadOnlySet<T> view) => View(view, "Set");

    internal static object? Of<TKey, TValue>(ReadOnlyDictionary<TKey, TValue> view)
        where TKey : notnull =>
        View(view, "Dictionary");

    private static object? View(object view, string property) =>
        view.GetType().GetProperty(property, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(view);
}
