using System.Collections;
using System.Collections.Concurrent;
using System.Collections.ObjectModel;

namespace Refrain.Caching.Snapshots.Copiers;

/// <summary>Linked lists.</summary>
internal sealed class LinkedListCopier<T> : AddingCopier<LinkedList<T>, T>
{
    protected override int PerItem => 40;

    protected override LinkedList<T> Shell(LinkedList<T> value) => new();

    protected override void Add(LinkedList<T> shell, T item) => shell.AddLast(item);
}

/// <summary>Queues.</summary>
internal sealed class QueueCopier<T> : AddingCopier<Queue<T>, T>
{
    protected override Queue<T> Shell(Queue<T> value) => new(value.Count);

    protected override void Add(Queue<T> shell, T item) => shell.Enqueue(item);
}

/// <summary>Stacks, from the bottom up.</summary>
internal sealed class StackCopier<T> : AddingCopier<Stack<T>, T>
{
    protected override Stack<T> Shell(Stack<T> value) => new(value.Count);

    protected override IEnumerable<T> Items(Stack<T> value) => value.Reverse();

    protected override void Add(Stack<T> shell, T item) => shell.Push(item);
}

/// <summary>Concurrent queues.</summary>
internal sealed class ConcurrentQueueCopier<T> : AddingCopier<ConcurrentQueue<T>, T>
{
    protected override int PerItem => 8;

    protected override ConcurrentQueue<T> Shell(ConcurrentQueue<T> value) => new();

    protected override void Add(ConcurrentQueue<T> shell, T item) => shell.Enqueue(item);
}

/// <summary>Concurrent stacks, from the bottom up.</summary>
internal sealed class ConcurrentStackCopier<T> : AddingCopier<ConcurrentStack<T>, T>
{
    protected override int PerItem => 24;

    protected override ConcurrentStack<T> Shell(ConcurrentStack<T> value) => new();

    protected override IEnumerable<T> Items(ConcurrentStack<T> value) => value.Reverse();

    protected override void Add(ConcurrentStack<T> shell, T item) => shell.Push(item);
}

/// <summary>Concurrent bags.</summary>
internal sealed class ConcurrentBagCopier<T> : AddingCopier<ConcurrentBag<T>, T>
{
    protected override ConcurrentBag<T> Shell(ConcurrentBag<T> value) => [];

    protected override void Add(ConcurrentBag<T> shell, T item) => shell.Add(item);
}

/// <summary>Observable collections, without those who observe.</summary>
internal sealed class ObservableCollectionCopier<T> : AddingCopier<ObservableCollection<T>, T>
{
    protected override ObservableCollection<T> Shell(ObservableCollection<T> value) => [];

    protected override void Add(ObservableCollection<T> shell, T item) => shell.Add(item);
}

/// <summary>Read-only views of observable collections, over a collection of their own.</summary>
internal sealed class ReadOnlyObservableCollectionCopier<T> : ImmutableCopier<ReadOnlyObservableCollection<T>, T>
{
    protected override ReadOnlyObservableCollection<T> Build(ReadOnlyObservableCollection<T> value, T[] items) => new([.. items]);
}

/// <summary>Array lists.</summary>
internal sealed class ArrayListCopier : FillingCopier<ArrayList>
{
    internal override void Survey(Survey survey, ArrayList value) => CopiedItems<object?>.Survey(survey, value.ToArray());

    protected override ArrayList Shell(ArrayList value) => new(value.Count);

    protected override void Fill(Copying copying, ArrayList value, ArrayList shell)
    {
        foreach (var item in value)
            shell.Add(copying.Copy(item));
    }
}
