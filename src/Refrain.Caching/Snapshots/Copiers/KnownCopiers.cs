using System.Collections;
using System.Data;
using System.Globalization;
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
        new Known<StringBuilder>(text => new StringBuilder(text.Length, text.MaxCapacity).Append(text), text => 72 + 2L * text.Length),
        new Known<MemoryStream>(Copy, stream => 64 + (stream.CanSeek ? stream.Length : stream.ToArray().LongLength), isExact: true),
        new Known<CultureInfo>(culture => culture.IsReadOnly ? culture : culture.Clone(), culture => culture.IsReadOnly ? 0 : 256),
        new Known<Encoding>(encoding => encoding.IsReadOnly ? encoding : encoding.Clone(), encoding => encoding.IsReadOnly ? 0 : 64),
        new Known<BitArray>(bits => bits.Clone(), bits => 40 + bits.Length / 8),
        new Known<XDocument>(document => new XDocument(document), SizeOf, isExact: true),
        new Known<XElement>(element => new XElement(element), SizeOf, isExact: true),
        new Known<XAttribute>(attribute => new XAttribute(attribute), attribute => 64 + 2L * attribute.Value.Length, isExact: true),
        new Known<DataTable>(TableCopies.Copy, TableCopies.SizeOf),
        new Known<DataSet>(TableCopies.Copy, TableCopies.SizeOf),
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
        if (!stream.CanSeek)
            return Closed(stream.ToArray());
        if (!stream.CanWrite)
            return new(stream.ToArray(), writable: false) { Position = stream.Position };
        var copy = new MemoryStream((int)stream.Length);
        stream.WriteTo(copy);
        copy.Position = stream.Position;
        return copy;
    }

    private static MemoryStream Closed(byte[] bytes)
    {
        var closed = new MemoryStream(bytes);
        closed.Dispose();
        return closed;
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
