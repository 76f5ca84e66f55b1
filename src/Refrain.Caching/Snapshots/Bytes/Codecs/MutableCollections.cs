using System.Collections;
using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Dynamic;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>The collections that are filled after they are made. Each method is the codec of one definition, found by its name.</summary>
internal static class MutableCollections
{
    internal static Codec LinkedList<T>() => Sequence<LinkedList<T>, T>((list, item) => list.AddLast(item));

    internal static Codec Queue<T>() => Sequence<Queue<T>, T>((queue, item) => queue.Enqueue(item));

    internal static Codec Stack<T>() => Stacked<Stack<T>, T>((stack, item) => stack.Push(item));

    internal static Codec Collection<T>() => Sequence<Collection<T>, T>((collection, item) => InnerItems<T>.Of(collection).Add(item));

    internal static Codec ObservableCollection<T>() =>
        Sequence<ObservableCollection<T>, T>((collection, item) => InnerItems<T>.Of(collection).Add(item));

    internal static Codec ConcurrentQueue<T>() => Sequence<ConcurrentQueue<T>, T>((queue, item) => queue.Enqueue(item));

    internal static Codec ConcurrentStack<T>() => Stacked<ConcurrentStack<T>, T>((stack, item) => stack.Push(item));

    /// <remarks>A thread's items come out in the reverse of the order in which they went in.</remarks>
    internal static Codec ConcurrentBag<T>() => Stacked<ConcurrentBag<T>, T>((bag, item) => bag.Add(item));

    internal static Codec HashSet<T>() => new AddingCodec<HashSet<T>, T>(
        comparer => new((IEqualityComparer<T>?)comparer), (set, item) => Once(set.Add(item)))
    {
        Comparer = new(typeof(IEqualityComparer<T>), set => set.Comparer, EqualityComparer<T>.Default),
        PlacesByContent = !Items<T>.AreWhole,
    };

    internal static Codec SortedSet<T>() => new AddingCodec<SortedSet<T>, T>(
        comparer => new((IComparer<T>?)comparer), (set, item) => Once(set.Add(item)))
    {
        Comparer = new(typeof(IComparer<T>), set => set.Comparer, Comparer<T>.Default),
        PlacesByContent = !Items<T>.AreWhole,
    };

    internal static Codec Dictionary<TKey, TValue>()
        where TKey : notnull =>
        Hashed<Dictionary<TKey, TValue>, TKey, TValue>(comparer => new(comparer), map => map.Comparer, (map, key, value) => map.Add(key, value));

    internal static Codec OrderedDictionary<TKey, TValue>()
        where TKey : notnull =>
        Hashed<OrderedDictionary<TKey, TValue>, TKey, TValue>(comparer => new(comparer), map => map.Comparer, (map, key, value) => map.Add(key, value));

    internal static Codec ConcurrentDictionary<TKey, TValue>()
        where TKey : notnull =>
        Hashed<ConcurrentDictionary<TKey, TValue>, TKey, TValue>(
            comparer => new(comparer), map => map.Comparer, (map, key, value) => Once(map.TryAdd(key, value)));

    internal static Codec SortedDictionary<TKey, TValue>()
        where TKey : notnull =>
        Sorted<SortedDictionary<TKey, TValue>, TKey, TValue>(comparer => new(comparer), map => map.Comparer, (map, key, value) => map.Add(key, value));

    internal static Codec SortedList<TKey, TValue>()
        where TKey : notnull =>
        Sorted<SortedList<TKey, TValue>, TKey, TValue>(comparer => new(comparer), map => map.Comparer, (map, key, value) => map.Add(key, value));

    internal static Codec Expando() => new AddingCodec<ExpandoObject, KeyValuePair<string, object?>>(
        _ => new(), (map, pair) => ((IDictionary<string, object?>)map).Add(pair.Key, pair.Value));

    private static AddingCodec<TCollection, T> Sequence<TCollection, T>(Action<TCollection, T> add)
        where TCollection : class, IEnumerable<T>, new() =>
        new(_ => new(), add);

    /// <summary>Those whose last item comes first.</summary>
    private static AddingCodec<TCollection, T> Stacked<TCollection, T>(Action<TCollection, T> add)
        where TCollection : class, IEnumerable<T>, new() =>
        new(_ => new(), add) { Items = static value => [.. value.Reverse()] };

    private static AddingCodec<TMap, KeyValuePair<TKey, TValue>> Hashed<TMap, TKey, TValue>(
        Func<IEqualityComparer<TKey>?, TMap> empty, Func<TMap, IEqualityComparer<TKey>> comparer, Action<TMap, TKey, TValue> add)
        where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>> =>
        new(given => empty((IEqualityComparer<TKey>?)given), (map, pair) => add(map, pair.Key, pair.Value))
        {
            Comparer = new(typeof(IEqualityComparer<TKey>), comparer, EqualityComparer<TKey>.Default),
            PlacesByContent = !Items<TKey>.AreWhole,
        };

    private static AddingCodec<TMap, KeyValuePair<TKey, TValue>> Sorted<TMap, TKey, TValue>(
        Func<IComparer<TKey>?, TMap> empty, Func<TMap, IComparer<TKey>> comparer, Action<TMap, TKey, TValue> add)
        where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>> =>
        new(given => empty((IComparer<TKey>?)given), (map, pair) => add(map, pair.Key, pair.Value))
        {
            Comparer = new(typeof(IComparer<TKey>), comparer, Comparer<TKey>.Default),
            PlacesByContent = !Items<TKey>.AreWhole,
        };

    private static void Once(bool isNew)
    {
        if (!isNew)
            throw ValueReader.Damaged("each key once");
    }
}

/// <summary>The list behind a collection, past what a derived type does when an item is added.</summary>
internal static class InnerItems<T>
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Items")]
    internal static extern IList<T> Of(Collection<T> collection);
}

/// <summary>Array lists.</summary>
internal sealed class ArrayListCodec : CollectionCodec<ArrayList>
{
    protected override Type? ComparerType => null;

    internal override void WriteComparer(ValueWriter writer, ArrayList value) => writer.Null();

    internal override object? ReadComparer(ValueReader reader) => reader.TryNull() ? null : throw ValueReader.Damaged("a list");

    internal override void WriteItems(ValueWriter writer, ArrayList value) => Items<object?>.Write(writer, value.ToArray());

    internal override void ReadItems(ValueReader reader, ArrayList shell) => shell.AddRange(Items<object?>.Read(reader));

    protected override ArrayList Empty() => [];

    protected override void Body(ValueWriter writer, ArrayList value) => WriteItems(writer, value);

    protected override void Fill(ValueReader reader, ArrayList shell) => ReadItems(reader, shell);
}

/// <summary>Hash tables.</summary>
internal sealed class HashtableCodec : CollectionCodec<Hashtable>
{
    private static readonly ComparerForm<Hashtable> Comparer = new(
        typeof(IEqualityComparer),
        typeof(Hashtable).GetProperty("EqualityComparer", BindingFlags.Instance | BindingFlags.NonPublic)!.GetMethod!
            .CreateDelegate<Func<Hashtable, object?>>(),
        Standard: null);

    protected override bool HasHead => true;

    protected override Type? ComparerType => typeof(IEqualityComparer);

    internal override void WriteComparer(ValueWriter writer, Hashtable value) => Comparer.Write(writer, value);

    internal override object? ReadComparer(ValueReader reader) => Comparer.Read(reader);

    internal override void WriteItems(ValueWriter writer, Hashtable value) => Items<KeyValuePair<object, object?>>.Write(
        writer, value.Cast<DictionaryEntry>().Select(pair => KeyValuePair.Create(pair.Key, pair.Value)).ToArray());

    internal override void ReadItems(ValueReader reader, Hashtable shell)
    {
        var pairs = Items<KeyValuePair<object, object?>>.Read(reader);
        reader.AtLast(() =>
        {
            foreach (var (key, item) in pairs)
                shell.Add(key, item);
        });
    }

    protected override void Head(ValueWriter writer, Hashtable value) => WriteComparer(writer, value);

    protected override Hashtable Shell(ValueReader reader, bool hasHead) => new((IEqualityComparer?)ReadComparer(reader));

    protected override void Body(ValueWriter writer, Hashtable value) => WriteItems(writer, value);

    protected override void Fill(ValueReader reader, Hashtable shell) => ReadItems(reader, shell);
}
