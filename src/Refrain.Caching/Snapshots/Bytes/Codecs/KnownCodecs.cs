using System.Collections;
using System.Data;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Refrain.Caching.Functions;
using Refrain.Caching.Values;
using Refrain.CompilerServices;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>The types of the platform that are written by what they mean, not by their fields.</summary>
internal static class KnownCodecs
{
    private static readonly FunctionName ForKeys = new("", "", ["culture"]);

    private static readonly Known[] All =
    [
        new Known<Uri>(WriteUri, ReadUri),
        new Known<IPAddress>(WriteAddress, ReadAddress),
        new Known<Regex>(WriteRegex, ReadRegex),
        new Known<CultureInfo>(WriteCulture, ReadCulture),
        new Known<TimeZoneInfo>(Zones.Write, Zones.Read),
        new Known<Encoding>(Encodings.Write, Encodings.Read),
        new Known<StringBuilder>((writer, text) => writer.Text(text.ToString()), reader => new(reader.Text())),
        new Known<BitArray>(WriteBits, ReadBits),
        new Known<MemoryStream>(WriteStream, ReadStream, isExact: true),
        new Known<JsonNode>((writer, node) => writer.Text(node.ToJsonString()), reader => JsonNode.Parse(reader.Text(), documentOptions: Json)!),
        new Known<XDocument>(XmlBytes.Write, XmlBytes.ReadDocument, isExact: true),
        new Known<XElement>(XmlBytes.Write, XmlBytes.ReadElement, isExact: true),
        new Known<XAttribute>(XmlBytes.Write, XmlBytes.ReadAttribute, isExact: true),
        new Known<DataTable>(TableBytes.Write, TableBytes.Read, isExact: true),
        new Known<DataSet>(TableBytes.Write, TableBytes.ReadSet, isExact: true),
    ];

    private static JsonDocumentOptions Json => new() { MaxDepth = 1000 };

    internal static Codec? For(Type type) => type == typeof(JsonElement)
        ? new LeafCodec<JsonElement>(WriteElement, ReadElement)
        : All.FirstOrDefault(known => known.Fits(type))?.CodecFor(type);

    private static void WriteUri(ValueWriter writer, Uri value)
    {
        writer.Array(2);
        writer.Text(value.OriginalString);
        writer.Bool(value.IsAbsoluteUri);
    }

    private static Uri ReadUri(ValueReader reader)
    {
        reader.Array(2);
        return new(reader.Text(), reader.Bool() ? UriKind.Absolute : UriKind.Relative);
    }

    private static void WriteAddress(ValueWriter writer, IPAddress value)
    {
        writer.Array(2);
        var bytes = value.GetAddressBytes();
        writer.Bytes(bytes);
        writer.Int(bytes.Length > 4 ? value.ScopeId : 0);
    }

    private static IPAddress ReadAddress(ValueReader reader)
    {
        reader.Array(2);
        var (bytes, scope) = (reader.Bytes(), reader.Int());
        return bytes.Length > 4 ? new(bytes, scope) : new(bytes);
    }

    private static void WriteRegex(ValueWriter writer, Regex value)
    {
        writer.Array(3);
        writer.Text(value.ToString());
        writer.Int((int)value.Options);
        writer.Int(value.MatchTimeout.Ticks);
    }

    private static Regex ReadRegex(ValueReader reader)
    {
        reader.Array(3);
        return new(reader.Text(), (RegexOptions)reader.Int(), new TimeSpan(reader.Int()));
    }

    /// <summary>By name: a culture whose formats a program changed has nothing to be found by.</summary>
    private static void WriteCulture(ValueWriter writer, CultureInfo value)
    {
        var found = Culture(value.Name, value.UseUserOverride, value.IsReadOnly);
        if (KeyEncoder.Digest(ForKeys, new Args<Keyed<CultureInfo>>(new(found))) != KeyEncoder.Digest(ForKeys, new Args<Keyed<CultureInfo>>(new(value))))
            throw new Refusal(value, typeof(CultureInfo), "a culture whose formats were changed");
        writer.Array(3);
        writer.Text(value.Name);
        writer.Bool(value.UseUserOverride);
        writer.Bool(value.IsReadOnly);
    }

    private static CultureInfo ReadCulture(ValueReader reader)
    {
        reader.Array(3);
        return Culture(reader.Text(), reader.Bool(), reader.Bool());
    }

    private static CultureInfo Culture(string name, bool useUserOverride, bool isReadOnly)
    {
        var culture = name.Length == 0 && isReadOnly ? CultureInfo.InvariantCulture : new CultureInfo(name, useUserOverride);
        return isReadOnly ? CultureInfo.ReadOnly(culture) : culture;
    }

    private static void WriteBits(ValueWriter writer, BitArray value)
    {
        var bytes = new byte[(value.Length + 7) / 8];
        value.CopyTo(bytes, 0);
        writer.Array(2);
        writer.Int(value.Length);
        Items<byte>.Write(writer, bytes);
    }

    private static BitArray ReadBits(ValueReader reader)
    {
        reader.Array(2);
        var length = reader.Int();
        var bytes = Items<byte>.Read(reader);
        if (length < 0 || (length + 7) / 8 != bytes.Length)
            throw ValueReader.Damaged("as many bits as it says");
        return new(bytes) { Length = (int)length };
    }

    private static void WriteStream(ValueWriter writer, MemoryStream value)
    {
        writer.Array(3);
        writer.Int(value.CanSeek ? value.Position : -1);
        writer.Bool(value.CanWrite);
        Items<byte>.Write(writer, value.ToArray());
    }

    private static MemoryStream ReadStream(ValueReader reader)
    {
        reader.Array(3);
        var position = reader.Int();
        var canWrite = reader.Bool();
        var bytes = Items<byte>.Read(reader);
        var stream = canWrite ? new MemoryStream(bytes.Length) : new MemoryStream(bytes, writable: false);
        if (canWrite)
            stream.Write(bytes);
        if (position >= 0)
            stream.Position = position;
        else
            stream.Dispose();
        return stream;
    }

    private static void WriteElement(ValueWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            writer.Undefined();
        else
            writer.Text(value.GetRawText());
    }

    private static JsonElement ReadElement(ValueReader reader)
    {
        if (reader.TryUndefined())
            return default;
        using var document = JsonDocument.Parse(reader.Text(), Json);
        return document.RootElement.Clone();
    }

    /// <summary>A type and how it is written; with the types derived from it, unless it is meant exactly.</summary>
    private abstract class Known(Type type, bool isExact)
    {
        internal bool Fits(Type declared) => isExact ? declared == type : type.IsAssignableFrom(declared);

        internal abstract Codec CodecFor(Type declared);
    }

    private sealed class Known<TBase>(Action<ValueWriter, TBase> write, Func<ValueReader, TBase> read, bool isExact = false) : Known(typeof(TBase), isExact)
        where TBase : class
    {
        private readonly bool _isExact = isExact;

        internal override Codec CodecFor(Type declared) => CodecFactory.Close(typeof(KnownCodec<,>), [declared, typeof(TBase)], write, read, _isExact);
    }
}

/// <summary>A type of the platform whose runtime types may differ from those one declares.</summary>
internal sealed class KnownCodec<T, TBase>(Action<ValueWriter, TBase> write, Func<ValueReader, TBase> read, bool isExact) : BuiltCodec<T>
    where T : class, TBase
    where TBase : class
{
    /// <remarks>A user's own derived type would come back as another.</remarks>
    protected override bool Fits(T value) =>
        value.GetType() == typeof(T) || (!isExact && (value.GetType().Assembly == typeof(TBase).Assembly || IsGenerated(value)));

    protected override void Parts(ValueWriter writer, T value) => write(writer, value);

    protected override T Build(ValueReader reader) => read(reader) as T ?? throw ValueReader.Damaged($"a {typeof(T)}");

    /// <summary>A regular expression made at build time is one by its pattern and options.</summary>
    private static bool IsGenerated(T value) => value is Regex && value.GetType().Namespace == "System.Text.RegularExpressions.Generated";
}
