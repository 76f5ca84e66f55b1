using System.Collections;
using System.Collections.Concurrent;
using System.Dynamic;

namespace Refrain.Caching.Snapshots.Copiers;

/// <summary>Hash sets, with the same comparer.</summary>
internal sealed class HashSetCopier<T> : AddingCopier<HashSet<T>, T>
{
    private readonly bool _areShared = CopiedItems<T>.AreShared;

    protected override bool PlacesByContent => true;

    internal override HashSet<T> Copy(Copying copying, HashSet<T> value) =>
        _areShared ? new(value, value.Comparer) : base.Copy(copying, value);

    protected override int PerItem => 14;

    protected override HashSet<T> Shell(HashSet<T> value) => new(value.Count, value.Comparer);

    protected override void Add(HashSet<T> shell, T item) => shell.Add(item);
}

/// <summary>Sorted sets, with the same comparer.</summary>
internal sealed class SortedSetCopier<T> : AddingCopier<SortedSet<T>, T>
{
    private readonly bool _areShared = CopiedItems<T>.AreShared;

    protected override bool PlacesByContent => true;

    internal override SortedSet<T> Copy(Copying copying, SortedSet<T> value) =>
        _areShared ? new(value, value.Comparer) : base.Copy(copying, value);

    protected override int PerItem => 36;

    protected override SortedSet<T> Shell(SortedSet<T> value) => new(value.Comparer);

    protected override void Add(SortedSet<T> shell, T item) => shell.Add(item);
}

/// <summary>Dictionaries that are built by adding pair after pair.</summary>
internal abstract class PairsCopier<TMap, TKey, TValue> : AddingCopier<TMap, KeyValuePair<TKey, TValue>>
    where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>>
{
    private readonly bool _areKeysShared = CopiedItems<TKey>.AreShared;

    protected abstract void Add(TMap shell, TKey key, TValue value);

    protected sealed override bool PlacesByContent => !_areKeysShared;

    protected sealed override void Add(TMap shell, KeyValuePair<TKey, TValue> item) => Add(shell, item.Key, item.Value);

    protected override void Fill(Copying copying, TMap value, TMap shell)
    {
        if (!_areKeysShared)
        {
            base.Fill(copying, value, shell);
            return;
        }

        var each = copying.Each<TValue>();
        foreach (var (key, item) in value)
            Add(shell, key, each.Copy(item));
    }
}

/// <summary>Dictionaries, with the same comparer.</summary>
internal sealed class DictionaryCopier<TKey, TValue> : PairsCopier<Dictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    private readonly bool _areKeysShared = CopiedItems<TKey>.AreShared;
    private readonly bool _areShared = CopiedItems<TKey>.AreShared && CopiedItems<TValue>.AreShared;

    internal override Dictionary<TKey, TValue> Copy(Copying copying, Dictionary<TKey, TValue> value) =>
        _areShared ? new(value, value.Comparer) : base.Copy(copying, value);

    protected override int PerItem => 14;

    protected override Dictionary<TKey, TValue> Shell(Dictionary<TKey, TValue> value) => new(value.Count, value.Comparer);

    protected override void Add(Dictionary<TKey, TValue> shell, TKey key, TValue value) => shell.Add(key, value);

    /// <remarks>The same as the base does, without an enumerator on the heap.</remarks>
    protected override void Fill(Copying copying, Dictionary<TKey, TValue> value, Dictionary<TKey, TValue> shell)
    {
        if (!_areKeysShared)
        {
            base.Fill(copying, value, shell);
            return;
        }

        var each = copying.Each<TValue>();
        foreach (var (key, item) in value)
            shell.Add(key, each.Copy(item));
    }
}

/// <summary>Sorted dictionaries, with the same comparer.</summary>
internal sealed class SortedDictionaryCopier<TKey, TValue> : PairsCopier<SortedDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    protected override int PerItem => 36;

    protected override SortedDictionary<TKey, TValue> Shell(SortedDictionary<TKey, TValue> value) => new(value.Comparer);

    protected override void Add(SortedDictionary<TKey, TValue> shell, TKey key, TValue value) => shell.Add(key, value);
}

/// <summary>Sorted lists, with the same comparer.</summary>
internal sealed class SortedListCopier<TKey, TValue> : PairsCopier<SortedList<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    protected override SortedList<TKey, TValue> Shell(SortedList<TKey, TValue> value) => new(value.Count, value.Comparer);

    protected override void Add(SortedList<TKey, TValue> shell, TKey key, TValue value) => shell.Add(key, value);
}

/// <summary>Ordered dictionaries, with the same comparer.</summary>
internal sealed class OrderedDictionaryCopier<TKey, TValue> : PairsCopier<OrderedDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    protected override int PerItem => 14;

    protected override OrderedDictionary<TKey, TValue> Shell(OrderedDictionary<TKey, TValue> value) => new(value.Count, value.Comparer);

    protected override void Add(OrderedDictionary<TKey, TValue> shell, TKey key, TValue value) => shell.Add(key, value);
}

/// <summary>Concurrent dictionaries, with the same comparer.</summary>
internal sealed class ConcurrentDictionaryCopier<TKey, TValue> : PairsCopier<ConcurrentDictionary<TKey, TValue>, TKey, TValue>
    where TKey : notnull
{
    protected override int PerItem => 40;

    protected override ConcurrentDictionary<TKey, TValue> Shell(ConcurrentDictionary<TKey, TValue> value) => new(value.Comparer);

    protected override void Add(ConcurrentDictionary<TKey, TValue> shell, TKey key, TValue value) => shell.TryAdd(key, value);
}

/// <summary>Objects whose members are pairs.</summary>
internal sealed class ExpandoCopier : PairsCopier<ExpandoObject, string, object?>
{
    protected override int PerItem => 16;

    protected override ExpandoObject Shell(ExpandoObject value) => new();

    protected override void Add(ExpandoObject shell, string key, object? value) => ((IDictionary<string, object?>)shell).Add(key, value);
}

/// <summary>Hash tables; their comparer goes along with an empty clone.</summary>
internal sealed class HashtableCopier : FillingCopier<Hashtable>
{
    internal override void Survey(Survey survey, Hashtable value)
    {
        foreach (DictionaryEntry pair in value)
        {
            survey.Meet(pair.Key);
            survey.Meet(pair.Value);
        }
    }

    protected override Hashtable Shell(Hashtable value)
    {
        var shell = (Hashtable)value.Clone();
        shell.Clear();
        return shell;
    }

    protected override void Fill(Copying copying, Hashtable value, Hashtable shell)
    {
        var pairs = value.Cast<DictionaryEntry>().Select(pair => (Key: copying.Copy(pair.Key), Value: copying.Copy(pair.Value))).ToArray();
        copying.AtLast(() =>
        {
            foreach (var (key, item) in pairs)
                shell.Add(key, item);
        });
    }
}
