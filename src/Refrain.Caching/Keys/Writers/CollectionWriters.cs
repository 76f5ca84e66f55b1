using System.Collections;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Collections whose items have an order.</summary>
internal sealed class SequenceWriter<TCollection, T> : KeyWriter<TCollection>
    where TCollection : IEnumerable<T>
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, TCollection value)
    {
        Begin(stream, KeyTag.Sequence);
        var count = 0;
        foreach (var item in value)
        {
            stream.Tag(KeyTag.Content);
            stream.Value(item);
            count++;
        }

        stream.Tagged(KeyTag.Absent, count);
    }
}

/// <summary>Array lists.</summary>
internal sealed class ArrayListWriter : KeyWriter<ArrayList>
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, ArrayList value)
    {
        Begin(stream, KeyTag.Sequence);
        stream.Put(value.Count);
        foreach (var item in value)
            stream.Value(item);
    }
}

/// <summary>Sets and bags: the sum of the items, or the items in the order of their digests; and the comparer that says which are the same.</summary>
internal sealed class SetWriter<TSet, T> : KeyWriter<TSet>
    where TSet : IEnumerable<T>
{
    private readonly Func<TSet, object?> _comparer = Comparers.Getter<TSet>();

    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, TSet value)
    {
        Begin(stream, KeyTag.Unordered);
        Comparers.Write<T>(stream, _comparer(value), value);
        if (value is HashSet<T> set && stream.TrySum<T, HashSet<T>.Enumerator>(set.GetEnumerator()))
            return;
        var items = value.ToArray();
        if (stream.TrySum<T, ReadOnlySpan<T>.Enumerator>(new ReadOnlySpan<T>(items).GetEnumerator()))
            return;
        var digests = new KeyDigest[items.Length];
        var isWhole = true;
        for (var index = 0; index < items.Length; index++)
        {
            digests[index] = stream.Part(items[index], out var whole);
            isWhole &= whole;
        }

        if (!isWhole)
            ByDigest.TellApart(stream, digests, index => items[index]);
        stream.Put(items.Length);
        stream.Tag(isWhole ? KeyTag.Given : KeyTag.Content);
        foreach (var place in ByDigest.Order(digests))
        {
            if (isWhole)
                stream.Digest(digests[place]);
            else
                stream.Value(items[place]);
        }
    }
}

/// <summary>Dictionaries: the sum of the pairs, or the pairs in the order of their keys' digests; and the comparer that says which keys are the same.</summary>
internal sealed class MapWriter<TMap, TKey, TValue> : KeyWriter<TMap>
    where TMap : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly Func<TMap, object?> _comparer = Comparers.Getter<TMap>();
    private readonly Func<TMap, object?>? _valueComparer = Comparers.ValueGetter<TMap>();

    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, TMap value)
    {
        Begin(stream, KeyTag.Unordered);
        Comparers.Write<TKey>(stream, _comparer(value), value);
        if (_valueComparer != null)
            Comparers.Write<TValue>(stream, _valueComparer(value), value);
        if (value is Dictionary<TKey, TValue> pairs && stream.TrySum<TKey, TValue, Dictionary<TKey, TValue>.Enumerator>(pairs.GetEnumerator()))
            return;
        Pairs.Write(stream, value.ToArray());
    }
}

/// <summary>Dictionaries that have an order.</summary>
internal sealed class OrderedMapWriter<TMap, TKey, TValue> : KeyWriter<TMap>
    where TMap : IEnumerable<KeyValuePair<TKey, TValue>>
{
    private readonly Func<TMap, object?> _comparer = Comparers.Getter<TMap>();

    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, TMap value)
    {
        Begin(stream, KeyTag.Sequence);
        Comparers.Write<TKey>(stream, _comparer(value), value);
        var pairs = value.ToArray();
        stream.Put(pairs.Length);
        foreach (var (key, item) in pairs)
        {
            stream.Value(key);
            stream.Value(item);
        }
    }
}

/// <summary>Hash tables.</summary>
internal sealed class HashtableWriter : KeyWriter<Hashtable>
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, Hashtable value)
    {
        Begin(stream, KeyTag.Unordered);
        Comparers.Write<object>(stream, Comparers.Of(value), value);
        Pairs.Write(stream, value.Cast<DictionaryEntry>().Select(pair => KeyValuePair.Create(pair.Key, pair.Value)).ToArray());
    }
}

internal static class Pairs
{
    internal static void Write<TKey, TValue>(KeyStream stream, KeyValuePair<TKey, TValue>[] pairs)
    {
        if (stream.TrySum<TKey, TValue, ReadOnlySpan<KeyValuePair<TKey, TValue>>.Enumerator>(new ReadOnlySpan<KeyValuePair<TKey, TValue>>(pairs).GetEnumerator()))
            return;
        var digests = new KeyDigest[pairs.Length];
        var isWhole = true;
        for (var index = 0; index < pairs.Length; index++)
        {
            digests[index] = stream.Part(pairs[index].Key, out var whole);
            isWhole &= whole;
        }

        if (!isWhole)
            ByDigest.TellApart(stream, digests, index => pairs[index].Key);

        stream.Put(pairs.Length);
        stream.Tag(isWhole ? KeyTag.Given : KeyTag.Content);
        foreach (var place in ByDigest.Order(digests))
        {
            if (isWhole)
                stream.Digest(digests[place]);
            else
                stream.Value(pairs[place].Key);
            stream.Value(pairs[place].Value);
        }
    }
}
