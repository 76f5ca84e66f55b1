using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Dynamic;

namespace Refrain.Caching.Values;

/// <summary>What makes two collections of a type equal.</summary>
internal enum CollectionKind
{
    /// <summary>The items in their order.</summary>
    Sequence,

    /// <summary>The items in any order.</summary>
    Set,

    /// <summary>The pairs in any order.</summary>
    Map,

    /// <summary>The pairs in their order.</summary>
    OrderedMap,
}

/// <summary>A collection type of the platform: its definition, and the arguments of the closed type.</summary>
internal sealed record CollectionType(Type Type, CollectionKind Kind, Type[] Items);

/// <summary>The collection types of the platform that have an items' content and nothing else.</summary>
internal static class Collections
{
    private static readonly Dictionary<Type, CollectionKind> Kinds = new()
    {
        [typeof(List<>)] = CollectionKind.Sequence,
        [typeof(LinkedList<>)] = CollectionKind.Sequence,
        [typeof(Queue<>)] = CollectionKind.Sequence,
        [typeof(Stack<>)] = CollectionKind.Sequence,
        [typeof(Collection<>)] = CollectionKind.Sequence,
        [typeof(ObservableCollection<>)] = CollectionKind.Sequence,
        [typeof(ReadOnlyCollection<>)] = CollectionKind.Sequence,
        [typeof(ReadOnlyObservableCollection<>)] = CollectionKind.Sequence,
        [typeof(ConcurrentQueue<>)] = CollectionKind.Sequence,
        [typeof(ConcurrentStack<>)] = CollectionKind.Sequence,
        [typeof(ConcurrentBag<>)] = CollectionKind.Set,
        [typeof(ImmutableArray<>)] = CollectionKind.Sequence,
        [typeof(ImmutableList<>)] = CollectionKind.Sequence,
        [typeof(ImmutableQueue<>)] = CollectionKind.Sequence,
        [typeof(ImmutableStack<>)] = CollectionKind.Sequence,
        [typeof(ArraySegment<>)] = CollectionKind.Sequence,
        [typeof(HashSet<>)] = CollectionKind.Set,
        [typeof(SortedSet<>)] = CollectionKind.Set,
        [typeof(FrozenSet<>)] = CollectionKind.Set,
        [typeof(ImmutableHashSet<>)] = CollectionKind.Set,
        [typeof(ImmutableSortedSet<>)] = CollectionKind.Set,
        [typeof(ReadOnlySet<>)] = CollectionKind.Set,
        [typeof(Dictionary<,>)] = CollectionKind.Map,
        [typeof(SortedDictionary<,>)] = CollectionKind.Map,
        [typeof(SortedList<,>)] = CollectionKind.Map,
        [typeof(ConcurrentDictionary<,>)] = CollectionKind.Map,
        [typeof(FrozenDictionary<,>)] = CollectionKind.Map,
        [typeof(ImmutableDictionary<,>)] = CollectionKind.Map,
        [typeof(ImmutableSortedDictionary<,>)] = CollectionKind.Map,
        [typeof(ReadOnlyDictionary<,>)] = CollectionKind.Map,
        [typeof(OrderedDictionary<,>)] = CollectionKind.OrderedMap,
    };

    /// <summary>The type itself, if it is a known collection.</summary>
    internal static CollectionType? KindOf(Type type)
    {
        if (type == typeof(ArrayList))
            return new(type, CollectionKind.Sequence, [typeof(object)]);
        if (type == typeof(Hashtable))
            return new(type, CollectionKind.Map, [typeof(object), typeof(object)]);
        if (type == typeof(ExpandoObject))
            return new(type, CollectionKind.Map, [typeof(string), typeof(object)]);
        return type.IsGenericType && Kinds.TryGetValue(type.GetGenericTypeDefinition(), out var kind)
            ? new(type, kind, type.GetGenericArguments())
            : null;
    }

    /// <summary>The known collection that the type is, or derives from.</summary>
    internal static CollectionType? BaseOf(Type type)
    {
        for (var current = type; current != null; current = current.BaseType)
        {
            if (KindOf(current) is { } known)
                return known;
        }

        return null;
    }
}
