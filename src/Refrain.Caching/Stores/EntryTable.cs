using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Stores;

/// <summary>Entries by key: any thread reads at any time, without a lock; one at a time writes.</summary>
/// <remarks>
/// Note [Why a table of our own]
/// A lookup is most of a hit. <see cref="System.Collections.Concurrent.ConcurrentDictionary{TKey,TValue}"/> must bear several writers and a
/// comparer, which costs a reader three loads in a row and a call that makes the whole method save its registers. Here everything that writes
/// holds the gate of the function's cache anyway.
/// A reader sees the table as it was at some moment of its call: nodes never move from chain to chain, since a table that grows makes new ones.
/// The bucket is chosen by multiplication with a secret of the process, so nobody can choose arguments that fall into one. Twice as many buckets as entries: a second node in a bucket costs a
/// reader more than its comparison, since the processor did not foresee it.
/// Note [A node answers the plainest hit]
/// What such a hit needs stands in the node, side by side in one line of memory. The entry, which takes several, is left alone: some hundred entries hit in turn would not stay in the processor's
/// nearest cache.
/// </remarks>
internal sealed class EntryTable<TKey, T>
    where TKey : notnull, IEquatable<TKey>
{
    private const int FewestBuckets = 8;

    private Node?[] _buckets = new Node?[FewestBuckets];
    private int _count;

    internal int Count => Volatile.Read(ref _count);

    /// <summary>How many entries a reader has to pass at most.</summary>
    internal int LongestChain => _buckets.Max(Length);

    /// <summary>The entries as they are while this is read, each once.</summary>
    internal IEnumerable<Entry<TKey, T>> Entries
    {
        get
        {
            foreach (var first in Volatile.Read(ref _buckets))
            {
                for (var node = first; node is not null; node = node.Next)
                    yield return node.Entry;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Node? Find(TKey key)
    {
        var hash = key.GetHashCode();
        var node = Bucket(_buckets, hash);
        while (node is not null && !node.Is(key, hash))
            node = node.Next;
        return node;
    }

    internal bool TryGet(TKey key, [NotNullWhen(true)] out Entry<TKey, T>? entry)
    {
        entry = Find(key)?.Entry;
        return entry is not null;
    }

    /// <summary>Adds an entry whose key is not in the table.</summary>
    internal void Add(Entry<TKey, T> entry)
    {
        if (_count == _buckets.Length / 2)
            Volatile.Write(ref _buckets, Rehashed(_buckets.Length * 2));
        Add(_buckets, entry.Key.GetHashCode(), entry);
        _count++;
    }

    internal bool TryRemove(TKey key, [NotNullWhen(true)] out Entry<TKey, T>? entry)
    {
        var hash = key.GetHashCode();
        Node? before = null;
        for (var node = Bucket(_buckets, hash); node is not null; (before, node) = (node, node.Next))
        {
            if (!node.Is(key, hash))
                continue;
            Volatile.Write(ref before is null ? ref Bucket(_buckets, hash) : ref before.Next, node.Next);
            _count--;
            entry = node.Entry;
            return true;
        }

        entry = null;
        return false;
    }

    /// <summary>Gives back the room of what was removed.</summary>
    internal void Trim() => Volatile.Write(ref _buckets, Rehashed(FewestBuckets));

    private Node?[] Rehashed(int buckets)
    {
        while (buckets / 2 < _count)
            buckets *= 2;
        var more = new Node?[buckets];
        foreach (var first in _buckets)
        {
            for (var node = first; node is not null; node = node.Next)
                Add(more, node.Hash, node.Entry);
        }

        return more;
    }

    private static int Length(Node? first)
    {
        var length = 0;
        for (var node = first; node is not null; node = node.Next)
            length++;
        return length;
    }

    private static void Add(Node?[] buckets, int hash, Entry<TKey, T> entry)
    {
        ref var first = ref Bucket(buckets, hash);
        Volatile.Write(ref first, new(hash, entry, first));
    }

    /// <remarks>Without a check: a product of 32 bits times the length, shifted by 32, is below the length.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Node? Bucket(Node?[] buckets, int hash)
    {
        var index = ((uint)hash * HashSecret.Multiplier * (ulong)(uint)buckets.Length) >> 32;
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buckets), (nint)index);
    }

    /// <summary>An entry's place in its chain.</summary>
    internal sealed class Node(int hash, Entry<TKey, T> entry, Node? next)
    {
        /// <summary>Whether everybody gets <see cref="Value"/>, at any time, and nothing else is to be done.</summary>
        internal readonly bool IsPlain = entry.IsPlain;

        internal readonly T? Value = entry.PlainValue;
        internal readonly Place Place = entry.Place;
        internal readonly Entry<TKey, T> Entry = entry;
        internal readonly int Hash = hash;
        internal Node? Next = next;
        private readonly TKey _key = entry.Key;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal bool Is(TKey key, int hash) => Hash == hash && _key.Equals(key);
    }
}
