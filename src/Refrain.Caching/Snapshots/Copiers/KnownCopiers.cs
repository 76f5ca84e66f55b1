using System.Collections;
using System.Data;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Refrain.Caching.Snapshots.Copiers;

/// <summary>The types of the platform that have a way of their own to be copied.</summary>
internal static class KnownCopiers
{
    private static readonly Known[] All =
    [
        new Known<JsonElement>(element => element.Clone(), element => element.ValueKind == JsonValueKind.Undefined ? 0 : 2L * element.GetRawText().Length),
        new Known<JsonNode>(node => node.DeepClone(), node => 8L * node.ToJsonString().Length),
        new Known<StringBuilder>(text => new StringBuilder(text.ToString(), Math.Max(text.Length, 16)), text => 48 + 2L * text.Capacity),
        new Known<MemoryStream>(Copy, stream => 64 + stream.ToArray().LongLength, isExact: true),
        new Known<BitArray>(bits => bits.Clone(), bits => 40 + bits.Length / 8),
        new Known<XDocument>(document => new XDocument(document), SizeOf, isExact: true),
        new Known<XElement>(element => new XElement(element), SizeOf, isExact: true),
        new Known<XAttribute>(attribute => new XAttribute(attribute), attribute => 2L * attribute.Value.Length, isExact: true),
        new Known<DataTable>(Copy, SizeOf),
        new Known<DataSet>(Copy, set => set.Tables.Cast<DataTable>().Sum(SizeOf)),
    ];

    internal static bool Has(Type type) => All.Any(known => known.Fits(type));

    internal static Copier? For(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>))
            return CopierFactory.Close(typeof(ReadOnlyMemoryCopier<>), type.GetGenericArguments());
        return All.FirstOrDefault(known => known.Fits(type))?.CopierFor(type);
    }

    private static MemoryStream Copy(MemoryStream stream)
    {
        var bytes = stream.ToArray();
        var copy = stream.CanWrite ? new MemoryStream(bytes.Length) : new MemoryStream(bytes, writable: false);
        if (stream.CanWrite)
            copy.Write(bytes);
        if (stream.CanSeek)
            copy.Position = stream.Position;
        else
            copy.Dispose();
        return copy;
    }

    /// <remarks>Reading a table may build its internal indexes, so one at a time.</remarks>
    private static DataTable Copy(DataTable table)
    {
        lock (table)
            return table.Copy();
    }

    private static DataSet Copy(DataSet set)
    {
        lock (set)
            return set.Copy();
    }

    private static long SizeOf(DataTable table)
    {
        const long bytesPerCell = 24;
        return 1024 + bytesPerCell * table.Columns.Count * table.Rows.Count;
    }

    private static long SizeOf(XContainer container) => 8L * container.ToString(SaveOptions.DisableFormatting).Length;

    /// <summary>A type, whether its derived types are copied the same way, how, and how large it is.</summary>
    private abstract class Known(Type type, bool isExact)
    {
        internal bool Fits(Type actual) => isExact ? actual == type : type.IsAssignableFrom(actual);

        internal abstract Copier CopierFor(Type actual);
    }

    private sealed class Known<T>(Func<T, object> copy, Func<T, long> size, bool isExact = false) : Known(typeof(T), isExact)
    {
        internal override Copier CopierFor(Type actual) =>
            CopierFactory.Close(typeof(KnownCopier<,>), [actual, typeof(T)], copy, size);
    }
}
