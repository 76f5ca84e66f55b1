using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Dynamic;
using System.Reflection;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Which codec each collection of the platform has.</summary>
internal static class CollectionCodecs
{
    private static readonly Dictionary<Type, (Type Owner, string Method)> Definitions = new[]
    {
        (typeof(LinkedList<>), typeof(MutableCollections)),
        (typeof(Queue<>), typeof(MutableCollections)),
        (typeof(Stack<>), typeof(MutableCollections)),
        (typeof(Collection<>), typeof(MutableCollections)),
        (typeof(ObservableCollection<>), typeof(MutableCollections)),
        (typeof(ConcurrentQueue<>), typeof(MutableCollections)),
        (typeof(ConcurrentStack<>), typeof(MutableCollections)),
        (typeof(ConcurrentBag<>), typeof(MutableCollections)),
        (typeof(HashSet<>), typeof(MutableCollections)),
        (typeof(SortedSet<>), typeof(MutableCollections)),
        (typeof(Dictionary<,>), typeof(MutableCollections)),
        (typeof(OrderedDictionary<,>), typeof(MutableCollections)),
        (typeof(ConcurrentDictionary<,>), typeof(MutableCollections)),
        (typeof(SortedDictionary<,>), typeof(MutableCollections)),
        (typeof(SortedList<,>), typeof(MutableCollections)),
        (typeof(ReadOnlyCollection<>), typeof(ImmutableCollections)),
        (typeof(ReadOnlyObservableCollection<>), typeof(ImmutableCollections)),
        (typeof(ReadOnlySet<>), typeof(ImmutableCollections)),
        (typeof(ReadOnlyDictionary<,>), typeof(ImmutableCollections)),
        (typeof(ImmutableArray<>), typeof(ImmutableCollections)),
        (typeof(ReadOnlyMemory<>), typeof(ImmutableCollections)),
        (typeof(Memory<>), typeof(ImmutableCollections)),
        (typeof(ArraySegment<>), typeof(ImmutableCollections)),
        (typeof(ImmutableList<>), typeof(ImmutableCollections)),
        (typeof(ImmutableQueue<>), typeof(ImmutableCollections)),
        (typeof(ImmutableStack<>), typeof(ImmutableCollections)),
        (typeof(ImmutableHashSet<>), typeof(ImmutableCollections)),
        (typeof(ImmutableSortedSet<>), typeof(ImmutableCollections)),
        (typeof(FrozenSet<>), typeof(ImmutableCollections)),
        (typeof(ImmutableDictionary<,>), typeof(ImmutableCollections)),
        (typeof(ImmutableSortedDictionary<,>), typeof(ImmutableCollections)),
        (typeof(FrozenDictionary<,>), typeof(ImmutableCollections)),
        (typeof(IGrouping<,>), typeof(QueryCollections)),
        (typeof(ILookup<,>), typeof(QueryCollections)),
    }.ToDictionary(pair => pair.Item1, pair => (pair.Item2, pair.Item1.Name.Split('`')[0]));

    /// <summary>The codec of a type that is a collection of the platform, or a user's class derived from one; else <see langword="null"/>.</summary>
    internal static Codec? For(Type type)
    {
        if (type == typeof(ArrayList))
            return new ArrayListCodec();
        if (type == typeof(Hashtable))
            return new HashtableCodec();
        if (type == typeof(ExpandoObject))
            return MutableCollections.Expando();
        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            if (definition == typeof(List<>))
                return CodecFactory.Close(typeof(ListCodec<>), type.GetGenericArguments());
            if (definition == typeof(KeyValuePair<,>))
                return CodecFactory.Close(typeof(PairCodec<,>), type.GetGenericArguments());
            if (Definitions.TryGetValue(definition, out var found))
                return Make(found.Owner, found.Method, type.GetGenericArguments());
        }

        return Collections.BaseOf(type) is { } known && !IsFrozen(known.Type) ? Derived(type, known.Type) : null;
    }

    private static Codec Derived(Type type, Type known)
    {
        var collection = CodecTable.For(known);
        if (type.IsAbstract || !collection.GetType().BaseType!.Name.StartsWith("CollectionCodec", StringComparison.Ordinal))
            return CodecFactory.Close(typeof(RefusedCodec<>), [type], "a class derived from a collection that never changes");
        return CodecFactory.Close(typeof(DerivedCodec<,>), [type, known], collection);
    }

    private static bool IsFrozen(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(FrozenSet<>) || type.GetGenericTypeDefinition() == typeof(FrozenDictionary<,>));

    private static Codec Make(Type owner, string method, Type[] items) =>
        (Codec)owner.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(items).Invoke(null, null)!;
}
