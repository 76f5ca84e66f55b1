using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Items one after another: bits all at once, everything else one by one.</summary>
internal static class Items<T>
{
    private static readonly ulong Tag = Bulk.TagOf(typeof(T));

    internal static bool AreBits => Tag != 0;

    /// <summary>Whether an item is whole as soon as it is read, so that it can be placed by its content at once.</summary>
    internal static bool AreWhole { get; } = Bits.Only(typeof(T)) || Scalars.Has(typeof(T));

    internal static void Write(ValueWriter writer, T[] items)
    {
        if (AreBits)
            Bulk.Write(writer, items, Tag, (long)items.Length * Unsafe.SizeOf<T>());
        else
            WriteEach(writer, items);
    }

    internal static void Write(ValueWriter writer, ReadOnlySpan<T> items)
    {
        if (AreBits)
            Write(writer, items.ToArray());
        else
            WriteEach(writer, items);
    }

    internal static void WriteEach(ValueWriter writer, ReadOnlySpan<T> items)
    {
        writer.Array(items.Length);
        var codec = Codecs<T>.Current;
        foreach (var item in items)
            codec.Write(writer, item);
    }

    internal static T[] Read(ValueReader reader)
    {
        if (AreBits)
            return Bulk.Read<T>(reader, Tag);
        var items = new T[reader.Array()];
        ReadEach(reader, items);
        return items;
    }

    internal static void ReadEach(ValueReader reader, Span<T> items)
    {
        var codec = Codecs<T>.Current;
        foreach (ref var item in items)
            item = codec.Read(reader);
    }

    /// <summary>Reads an array of bits of any rank, given its dimensions.</summary>
    internal static void ReadBits(ValueReader reader, Array array)
    {
        var items = Bulk.Read<T>(reader, Tag);
        if (items.Length != array.LongLength)
            throw ValueReader.Damaged("as many items as the array has");
        items.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), items.Length));
    }

    internal static void WriteBits(ValueWriter writer, Array array) => Bulk.Write(writer, array, Tag, array.LongLength * Unsafe.SizeOf<T>());
}
