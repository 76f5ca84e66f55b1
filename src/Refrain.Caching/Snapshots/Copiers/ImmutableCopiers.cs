using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Copiers;

/// <summary>Collections that never change but hold what does: built anew from copies of their items.</summary>
internal abstract class ImmutableCopier<TCollection, T> : Copier<TCollection>
    where TCollection : IEnumerable<T>
{
    /// <summary>Bytes that an item takes beside itself: a node of a tree.</summary>
    private const int PerItem = 40;

    internal override void Survey(Survey survey, TCollection value)
    {
        survey.Add(InstanceSize.Overhead);
        foreach (var item in value)
        {
            survey.Add(PerItem);
            survey.Meet(item);
        }
    }

    internal override TCollection Copy(Copying copying, TCollection value) => Build(value, value.Select(copying.Copy).ToArray());

    protected abstract TCollection Build(TCollection value, T[] items);
}

/// <summary>Immutable arrays.</summary>
internal sealed class ImmutableArrayCopier<T> : Copier<ImmutableArray<T>>
{
    internal override void Survey(Survey survey, ImmutableArray<T> value)
    {
        survey.Add(InstanceSize.Overhead + 8);
        CopiedItems<T>.Survey(survey, value.AsSpan());
    }

    internal override ImmutableArray<T> Copy(Copying copying, ImmutableArray<T> value)
    {
        if (value.IsDefaultOrEmpty)
            return value;
        var copies = new T[value.Length];
        CopiedItems<T>.Copy(copying, value.AsSpan(), copies);
        return ImmutableCollectionsMarshal.AsImmutableArray(copies);
    }
}

/// <summary>Immutable lists.</summary>
internal sealed class ImmutableListCopier<T> : ImmutableCopier<ImmutableList<T>, T>
{
    protected override ImmutableList<T> Build(ImmutableList<T> value, T[] items) => [.. items];
}

/// <summary>Immutable queues.</summary>
internal sealed class ImmutableQueueCopier<T> : ImmutableCopier<ImmutableQueue<T>, T>
{
    protected override ImmutableQueue<T> Build(ImmutableQueue<T> value, T[] items) => [.. items];
}

/// <summary>Immutable stacks, from the bottom up.</summary>
internal sealed class ImmutableStackCopier<T> : ImmutableCopier<ImmutableStack<T>, T>
{
    protected override ImmutableStack<T> Build(ImmutableStack<T> value, T[] items)
    {
        Array.Reverse(items);
        return ImmutableStack.CreateRange(items);
    }
}

/// <summary>Immutable hash sets, with the same comparer.</summary>
internal sealed class ImmutableHashSetCopier<T> : ImmutableCopier<ImmutableHashSet<T>, T>
{
    protected override ImmutableHashSet<T> Build(ImmutableHashSet<T> value, T[] items) => items.ToImmutableHashSet(value.KeyComparer);
}

/// <summary>Immutable sorted sets, with the same comparer.</summary>
internal sealed class ImmutableSortedSetCopier<T> : ImmutableCopier<ImmutableSortedSet<T>, T>
{
    protected override ImmutableSortedSet<T> Build(ImmutableSortedSet<T> value, T[] items) => items.ToImmutableSortedSet(value.KeyComparer);
}

/// <summary>Frozen sets, with the same comparer.</summary>
internal sealed class FrozenSetCopier<T> : ImmutableCopier<FrozenSet<T>, T>
{
    protected override FrozenSet<T> Build(FrozenSet<T> value, T[] items) => items.ToFrozenSet(value.Comparer);
}

/// <summary>Immutable dictionaries, with the same comparers.</summary>
internal sealed class ImmutableDictionaryCopier<TKey, TValue> : ImmutableCopier<ImmutableDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override ImmutableDictionary<TKey, TValue> Build(
        ImmutableDictionary<TKey, TValue> value, KeyValuePair<TKey, TValue>[] items) =>
        ImmutableDictionary.CreateRange(value.KeyComparer, value.ValueComparer, items);
}

/// <summary>Immutable sorted dictionaries, with the same comparers.</summary>
internal sealed class ImmutableSortedDictionaryCopier<TKey, TValue>
    : ImmutableCopier<ImmutableSortedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override ImmutableSortedDictionary<TKey, TValue> Build(
        ImmutableSortedDictionary<TKey, TValue> value, KeyValuePair<TKey, TValue>[] items) =>
        ImmutableSortedDictionary.CreateRange(value.KeyComparer, value.ValueComparer, items);
}

/// <summary>Frozen dictionaries, with the same comparer.</summary>
internal sealed class FrozenDictionaryCopier<TKey, TValue> : ImmutableCopier<FrozenDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override FrozenDictionary<TKey, TValue> Build(
        FrozenDictionary<TKey, TValue> value, KeyValuePair<TKey, TValue>[] items) => items.ToFrozenDictionary(value.Comparer);
}
