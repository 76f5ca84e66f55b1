using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Dynamic;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Copiers;

/// <summary>Which copier each collection of the platform has.</summary>
internal static class CollectionCopiers
{
    private static readonly Dictionary<Type, Type> Definitions = new()
    {
        [typeof(List<>)] = typeof(ListCopier<>),
        [typeof(LinkedList<>)] = typeof(LinkedListCopier<>),
        [typeof(Queue<>)] = typeof(QueueCopier<>),
        [typeof(Stack<>)] = typeof(StackCopier<>),
        [typeof(ConcurrentQueue<>)] = typeof(ConcurrentQueueCopier<>),
        [typeof(ConcurrentStack<>)] = typeof(ConcurrentStackCopier<>),
        [typeof(ConcurrentBag<>)] = typeof(ConcurrentBagCopier<>),
        [typeof(ObservableCollection<>)] = typeof(ObservableCollectionCopier<>),
        [typeof(ReadOnlyObservableCollection<>)] = typeof(ReadOnlyObservableCollectionCopier<>),
        [typeof(HashSet<>)] = typeof(HashSetCopier<>),
        [typeof(SortedSet<>)] = typeof(SortedSetCopier<>),
        [typeof(Dictionary<,>)] = typeof(DictionaryCopier<,>),
        [typeof(SortedDictionary<,>)] = typeof(SortedDictionaryCopier<,>),
        [typeof(SortedList<,>)] = typeof(SortedListCopier<,>),
        [typeof(OrderedDictionary<,>)] = typeof(OrderedDictionaryCopier<,>),
        [typeof(ConcurrentDictionary<,>)] = typeof(ConcurrentDictionaryCopier<,>),
        [typeof(ImmutableArray<>)] = typeof(ImmutableArrayCopier<>),
        [typeof(ImmutableList<>)] = typeof(ImmutableListCopier<>),
        [typeof(ImmutableQueue<>)] = typeof(ImmutableQueueCopier<>),
        [typeof(ImmutableStack<>)] = typeof(ImmutableStackCopier<>),
        [typeof(ImmutableHashSet<>)] = typeof(ImmutableHashSetCopier<>),
        [typeof(ImmutableSortedSet<>)] = typeof(ImmutableSortedSetCopier<>),
        [typeof(FrozenSet<>)] = typeof(FrozenSetCopier<>),
        [typeof(ImmutableDictionary<,>)] = typeof(ImmutableDictionaryCopier<,>),
        [typeof(ImmutableSortedDictionary<,>)] = typeof(ImmutableSortedDictionaryCopier<,>),
        [typeof(FrozenDictionary<,>)] = typeof(FrozenDictionaryCopier<,>),
    };

    internal static Copier? For(Type type)
    {
        if (type == typeof(ArrayList))
            return new ArrayListCopier();
        if (type == typeof(Hashtable))
            return new HashtableCopier();
        if (type == typeof(ExpandoObject))
            return new ExpandoCopier();
        if (Collections.BaseOf(type) is not { } known || !known.Type.IsGenericType)
            return null;
        if (known.Type == type || Platform.Made(type))
        {
            return Definitions.TryGetValue(known.Type.GetGenericTypeDefinition(), out var definition)
                ? CopierFactory.Close(definition, known.Items)
                : null;
        }

        var placesByContent = known.Kind != CollectionKind.Sequence && SharingRules.OfDeclared(known.Items[0]) != Sharing.Always;
        return placesByContent
            ? CopierFactory.Close(typeof(RefusedCopier<>), [type], "a collection of another's making whose keys can change")
            : null;
    }
}

/// <summary>Collections that are built by adding item after item.</summary>
internal abstract class AddingCopier<TCollection, T> : FillingCopier<TCollection>
    where TCollection : class, IEnumerable<T>
{
    /// <summary>Bytes that an item takes beside itself.</summary>
    protected virtual int PerItem => 0;

    private readonly bool _areShared = CopiedItems<T>.AreShared;

    /// <summary>Whether an item's place depends on its content, so that the content must be there first.</summary>
    protected virtual bool PlacesByContent => false;

    internal override void Survey(Survey survey, TCollection value)
    {
        survey.Add(InstanceSize.Of(value.GetType()));
        foreach (var item in value)
        {
            survey.Add(PerItem);
            survey.Meet(item);
        }
    }

    protected abstract void Add(TCollection shell, T item);

    /// <summary>In the order in which adding them gives the same collection.</summary>
    protected virtual IEnumerable<T> Items(TCollection value) => value;

    protected override void Fill(Copying copying, TCollection value, TCollection shell)
    {
        if (PlacesByContent && !_areShared)
        {
            var items = Items(value).Select(copying.Copy).ToArray();
            copying.AtLast(() =>
            {
                foreach (var item in items)
                    Add(shell, item);
            });
            return;
        }

        foreach (var item in Items(value))
            Add(shell, copying.Copy(item));
    }
}
