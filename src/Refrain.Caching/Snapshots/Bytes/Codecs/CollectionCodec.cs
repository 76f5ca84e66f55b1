using System.Reflection;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Collections that are made empty, with their comparer if they have one, and filled item by item.</summary>
internal abstract class CollectionCodec<TCollection> : FilledCodec<TCollection>
    where TCollection : class
{
    internal abstract void WriteComparer(ValueWriter writer, TCollection value);

    internal abstract object? ReadComparer(ValueReader reader);

    internal abstract void WriteItems(ValueWriter writer, TCollection value);

    internal abstract void ReadItems(ValueReader reader, TCollection shell);

    /// <summary>Runs the collection's constructor on an object of a derived type that was made without one.</summary>
    internal void Construct(TCollection shell, object? comparer)
    {
        const BindingFlags any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var (types, arguments) = comparer is null ? (Type.EmptyTypes, Array.Empty<object?>()) : ([ComparerType!], [comparer]);
        typeof(TCollection).GetConstructor(any, types)!.Invoke(shell, arguments);
    }

    /// <summary>The type in which the constructor takes a comparer; <see langword="null"/> where there is none.</summary>
    protected abstract Type? ComparerType { get; }
}

/// <inheritdoc/>
/// <typeparam name="TCollection">The collection.</typeparam>
/// <typeparam name="T">Its items; pairs for a dictionary.</typeparam>
internal sealed class AddingCodec<TCollection, T>(Func<object?, TCollection> empty, Action<TCollection, T> add) : CollectionCodec<TCollection>
    where TCollection : class, IEnumerable<T>
{
    /// <summary>How the comparer is written, where there is one.</summary>
    internal ComparerForm<TCollection>? Comparer { get; init; }

    /// <summary>Whether the place of an item depends on its content, so that it can be added only when that is there.</summary>
    internal bool PlacesByContent { get; init; }

    /// <summary>The items in the order in which adding them gives the same collection.</summary>
    internal Func<TCollection, T[]> Items { get; init; } = static value => [.. value];

    protected override bool HasHead => Comparer != null;

    protected override Type? ComparerType => Comparer?.Type;

    internal override void WriteComparer(ValueWriter writer, TCollection value)
    {
        if (Comparer is null)
            writer.Null();
        else
            Comparer.Write(writer, value);
    }

    internal override object? ReadComparer(ValueReader reader)
    {
        if (Comparer != null)
            return Comparer.Read(reader);
        return reader.TryNull() ? null : throw ValueReader.Damaged("a collection without a comparer");
    }

    internal override void WriteItems(ValueWriter writer, TCollection value) => Codecs.Items<T>.Write(writer, Items(value));

    internal override void ReadItems(ValueReader reader, TCollection shell)
    {
        var items = Codecs.Items<T>.Read(reader);
        if (PlacesByContent)
            reader.AtLast(() => AddAll(shell, items));
        else
            AddAll(shell, items);
    }

    protected override void Head(ValueWriter writer, TCollection value) => WriteComparer(writer, value);

    protected override TCollection Shell(ValueReader reader, bool hasHead) => empty(hasHead ? ReadComparer(reader) : null);

    protected override void Body(ValueWriter writer, TCollection value) => WriteItems(writer, value);

    protected override void Fill(ValueReader reader, TCollection shell) => ReadItems(reader, shell);

    private void AddAll(TCollection shell, T[] items)
    {
        foreach (var item in items)
            add(shell, item);
    }
}

/// <summary>Collections that never change: comparers, then items, from which they are built.</summary>
internal sealed class BuildingCodec<TCollection, T>(Func<T[], object?[], TCollection> build, params ComparerForm<TCollection>[] comparers)
    : BuiltCodec<TCollection>
    where TCollection : class, IEnumerable<T>
{
    /// <summary>Whether the place of an item depends on its content.</summary>
    internal bool PlacesByContent { get; init; }

    protected override bool NeedsContent => PlacesByContent;

    /// <remarks>Frozen collections have types that nobody can name.</remarks>
    protected override bool Fits(TCollection value) =>
        value.GetType() == typeof(TCollection) || (typeof(TCollection).IsAbstract && value.GetType().Assembly == typeof(TCollection).Assembly);

    protected override void Parts(ValueWriter writer, TCollection value)
    {
        writer.Array(comparers.Length + 1);
        foreach (var comparer in comparers)
            comparer.Write(writer, value);
        Items<T>.Write(writer, [.. value]);
    }

    protected override TCollection Build(ValueReader reader)
    {
        reader.Array(comparers.Length + 1);
        var read = new object?[comparers.Length];
        for (var index = 0; index < read.Length; index++)
            read[index] = comparers[index].Read(reader);
        return build(Items<T>.Read(reader), read);
    }
}

/// <summary>Pairs of a dictionary.</summary>
internal sealed class PairCodec<TKey, TValue> : Codec<KeyValuePair<TKey, TValue>>
{
    internal override void Write(ValueWriter writer, KeyValuePair<TKey, TValue> value)
    {
        writer.Array(2);
        writer.Value(value.Key);
        writer.Value(value.Value);
    }

    internal override KeyValuePair<TKey, TValue> Read(ValueReader reader)
    {
        reader.Array(2);
        return new(reader.Value<TKey>(), reader.Value<TValue>());
    }
}
