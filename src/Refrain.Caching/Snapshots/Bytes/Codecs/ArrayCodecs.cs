using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>One-dimensional arrays of bits.</summary>
internal sealed class BitsArrayCodec<T> : BuiltCodec<T[]>
{
    protected override void Parts(ValueWriter writer, T[] value) => Items<T>.Write(writer, value);

    protected override T[] Build(ValueReader reader) => Items<T>.Read(reader);
}

/// <summary>One-dimensional arrays of everything else: how many, then the items.</summary>
internal sealed class ArrayCodec<T> : FilledCodec<T[]>
{
    protected override bool HasHead => true;

    protected override void Head(ValueWriter writer, T[] value) => writer.UInt((ulong)value.Length);

    protected override void Body(ValueWriter writer, T[] value) => Items<T>.WriteEach(writer, value);

    protected override T[] Shell(ValueReader reader, bool hasHead) => new T[reader.Count(reader.UInt())];

    protected override void Fill(ValueReader reader, T[] shell)
    {
        reader.Array(shell.Length);
        Items<T>.ReadEach(reader, shell);
    }
}

/// <summary>Arrays of several dimensions, or that do not begin at 0: lengths and lower bounds, then the items in row-major order.</summary>
internal sealed class RankedArrayCodec<TArray, T> : FilledCodec<TArray>
    where TArray : class
{
    private static readonly int Rank = typeof(TArray).GetArrayRank();

    protected override bool HasHead => true;

    protected override void Head(ValueWriter writer, TArray value)
    {
        var array = (Array)(object)value;
        if (array.LongLength > Array.MaxLength)
            throw new Values.Refusal(value, typeof(TArray), "an array of more than two billion items");
        writer.Array(2 * Rank);
        for (var dimension = 0; dimension < Rank; dimension++)
        {
            writer.Int(array.GetLength(dimension));
            writer.Int(array.GetLowerBound(dimension));
        }
    }

    protected override void Body(ValueWriter writer, TArray value)
    {
        if (Items<T>.AreBits)
            Items<T>.WriteBits(writer, (Array)(object)value);
        else
            Items<T>.WriteEach(writer, Span(value));
    }

    protected override TArray Shell(ValueReader reader, bool hasHead)
    {
        reader.Array(2 * Rank);
        var (lengths, bounds) = (new int[Rank], new int[Rank]);
        var items = 1L;
        for (var dimension = 0; dimension < Rank; dimension++)
        {
            lengths[dimension] = Checked(reader.Int());
            bounds[dimension] = Checked(reader.Int());
            items = lengths[dimension] < 0 ? -1 : Math.BigMul(Checked(items), lengths[dimension]);
        }

        if (items < 0 || items > Most(reader))
            throw ValueReader.Damaged("the items of an array");
        return (TArray)(object)Array.CreateInstanceFromArrayType(typeof(TArray), lengths, bounds);
    }

    protected override void Fill(ValueReader reader, TArray shell)
    {
        if (Items<T>.AreBits)
        {
            Items<T>.ReadBits(reader, (Array)(object)shell);
            return;
        }

        var items = Span(shell);
        reader.Array(items.Length);
        Items<T>.ReadEach(reader, items);
    }

    private static int Checked(long value) => value == (int)value ? (int)value : throw ValueReader.Damaged("a dimension");

    /// <summary>How many items there can be: one for each byte that is left, or as many as lie in the segments.</summary>
    private static long Most(ValueReader reader)
    {
        var most = reader.Remaining;
        for (var segment = 0; Items<T>.AreBits && segment < reader.Segments.Count; segment++)
            most = Math.Max(most, reader.Segments.LengthOf(segment) / Unsafe.SizeOf<T>());
        return most;
    }

    private static Span<T> Span(TArray value)
    {
        var array = (Array)(object)value;
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
    }
}

/// <summary>Lists.</summary>
internal sealed class ListCodec<T> : CollectionCodec<List<T>>
{
    protected override Type? ComparerType => null;

    internal override void WriteComparer(ValueWriter writer, List<T> value) => writer.Null();

    internal override object? ReadComparer(ValueReader reader) => reader.TryNull() ? null : throw ValueReader.Damaged("a list");

    internal override void WriteItems(ValueWriter writer, List<T> value) => Items<T>.Write(writer, CollectionsMarshal.AsSpan(value));

    internal override void ReadItems(ValueReader reader, List<T> shell)
    {
        if (Items<T>.AreBits)
        {
            shell.AddRange(Items<T>.Read(reader));
            return;
        }

        CollectionsMarshal.SetCount(shell, reader.Array());
        Items<T>.ReadEach(reader, CollectionsMarshal.AsSpan(shell));
    }

    protected override List<T> Empty() => [];

    protected override void Body(ValueWriter writer, List<T> value) => WriteItems(writer, value);

    protected override void Fill(ValueReader reader, List<T> shell) => ReadItems(reader, shell);
}

/// <summary>Structures around items, such as memory and immutable arrays.</summary>
internal sealed class SpanCodec<TItems, T>(Func<TItems, bool> isMissing, Func<TItems, ReadOnlyMemory<T>> items, Func<T[], TItems> make) : Codec<TItems>
    where TItems : struct
{
    internal override void Write(ValueWriter writer, TItems value)
    {
        if (isMissing(value))
        {
            writer.Undefined();
            return;
        }

        Items<T>.Write(writer, items(value).Span);
    }

    internal override TItems Read(ValueReader reader) => reader.TryUndefined() ? default : make(Items<T>.Read(reader));
}
