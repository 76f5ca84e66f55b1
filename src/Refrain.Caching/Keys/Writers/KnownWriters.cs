using System.Collections;
using System.Data;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys.Writers;

/// <summary>A type of the platform that is written by what it means, not by its fields.</summary>
internal sealed class KnownWriter<T>(Action<KeyStream, T> content) : KeyWriter<T>
{
    internal override void Write(KeyStream stream, T value)
    {
        Begin(stream, KeyTag.Content);
        content(stream, value);
    }
}

/// <summary>The types of the platform that are written by what they mean.</summary>
internal static class KnownWriters
{
    private static readonly Dictionary<Type, KeyWriter> Exact = new KeyWriter[]
    {
        new KnownWriter<bool>((stream, value) => stream.Value(value)),
        new KnownWriter<byte>((stream, value) => stream.Value(value)),
        new KnownWriter<sbyte>((stream, value) => stream.Value(value)),
        new KnownWriter<short>((stream, value) => stream.Value(value)),
        new KnownWriter<ushort>((stream, value) => stream.Value(value)),
        new KnownWriter<char>((stream, value) => stream.Value(value)),
        new KnownWriter<int>((stream, value) => stream.Value(value)),
        new KnownWriter<uint>((stream, value) => stream.Value(value)),
        new KnownWriter<float>((stream, value) => stream.Value(value)),
        new KnownWriter<long>((stream, value) => stream.Value(value)),
        new KnownWriter<ulong>((stream, value) => stream.Value(value)),
        new KnownWriter<double>((stream, value) => stream.Value(value)),
        new KnownWriter<decimal>((stream, value) => stream.Value(value)),
        new KnownWriter<Guid>((stream, value) => stream.Value(value)),
        new KnownWriter<DateTime>((stream, value) => stream.Value(value)),
        new KnownWriter<DateTimeOffset>((stream, value) =>
        {
            stream.Put(value.Ticks);
            stream.Put(value.Offset.Ticks);
        }),
        new KnownWriter<BigInteger>((stream, value) => stream.Bulk(value.ToByteArray())),
        new KnownWriter<object>(static (_, _) => { }),
        new KnownWriter<DBNull>(static (_, _) => { }),
        new KnownWriter<Version>((stream, value) => stream.Text(value.ToString())),
        new KnownWriter<StringBuilder>((stream, value) => stream.Text(value.ToString())),
        new KnownWriter<BitArray>((stream, value) =>
        {
            stream.Put(value.Length);
            var words = new int[(value.Length + 31) / 32];
            value.CopyTo(words, 0);
            stream.Bulk(MemoryMarshal.AsBytes(words.AsSpan()));
        }),
        new KnownWriter<JsonElement>(JsonKeys.Write),
        new KnownWriter<FileInfo>((stream, value) => FileKeys.Write(stream, value)),
        new KnownWriter<DirectoryInfo>((stream, value) => stream.Text(value.FullName)),
        new KnownWriter<DataTable>(TableKeys.Write),
    }.ToDictionary(writer => writer.GetType().GetGenericArguments()[0]);

    internal static KeyWriter? For(Type type)
    {
        if (Exact.TryGetValue(type, out var exact))
            return exact;
        if (type.IsEnum)
            return KeyWriterFactory.Close(typeof(EnumWriter<>), type);
        return Base<Type>(type, (stream, value) => stream.Text(TypeNames.Identity(value)))
            ?? Base<Uri>(type, (stream, value) =>
            {
                stream.Text(value.OriginalString);
                stream.Text(value.IsAbsoluteUri ? value.AbsoluteUri : null);
            })
            ?? Base<Regex>(type, (stream, value) =>
            {
                stream.Text(value.ToString());
                stream.Put((int)value.Options);
                stream.Put(value.MatchTimeout.Ticks);
            })
            ?? Base<JsonNode>(type, (stream, value) =>
            {
                stream.Value(value.Options?.PropertyNameCaseInsensitive);
                JsonKeys.Write(stream, value);
            })
            ?? Base<Stream>(type, StreamKeys.Write)
            ?? Base<XObject>(type, (stream, value) =>
            {
                stream.Text((value as XDocument)?.Declaration?.ToString());
                stream.Text(value is XNode node ? node.ToString(SaveOptions.DisableFormatting) : value.ToString());
            })
            ?? Base<CultureInfo>(type, CultureKeys.Write)
            ?? Base<TimeZoneInfo>(type, (stream, value) => stream.Text(value.ToSerializedString()))
            ?? Base<Encoding>(type, CultureKeys.Write)
            ?? Base<IPAddress>(type, (stream, value) => stream.Text(value.ToString()));
    }

    private static KeyWriter? Base<TBase>(Type type, Action<KeyStream, TBase> content)
        where TBase : class
    {
        if (!typeof(TBase).IsAssignableFrom(type))
            return null;

        // A stream is its content, whoever made it.
        var hasMore = typeof(TBase) != typeof(Stream) && !Platform.Made(type) && Fields.Above(type, typeof(TBase)).Any();
        return hasMore
            ? KeyWriterFactory.Refused(type, KeyRefusals.OwnState)
            : (KeyWriter)Activator.CreateInstance(typeof(BaseWriter<,>).MakeGenericType(type, typeof(TBase)), content)!;
    }
}

/// <summary>A type of the platform whose runtime types differ from those one declares.</summary>
internal sealed class BaseWriter<T, TBase>(Action<KeyStream, TBase> content) : KeyWriter<T>
    where T : TBase
{
    internal override void Write(KeyStream stream, T value)
    {
        Begin(stream, KeyTag.Content);
        content(stream, value);
    }
}

/// <summary>Enums, with their type.</summary>
internal sealed class EnumWriter<T> : KeyWriter<T>
    where T : struct, Enum
{
    internal override void Write(KeyStream stream, T value)
    {
        Begin(stream, KeyTag.Content);
        stream.Raw(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));
    }
}
