using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A chart in another library's JSON: what the script gave, and how it travels.</summary>
/// <remarks>A short one is part of the node; a long one is fetched over HTTP, so that it never holds up what else the page gets.</remarks>
internal sealed class SpecText
{
    /// <summary>More bytes than these travel beside the node.</summary>
    public const int MostInNode = 16_384;

    /// <summary>More bytes than these no browser should be given.</summary>
    public const int MostBytes = 20_000_000;

    private const int HashBytes = 16;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions Plain = new()
    {
        Converters = { new GapConverter<double>(), new GapConverter<float>(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly byte[] _bytes;

    private SpecText(string element, string parameter, JsonObject root)
    {
        Root = root;
        _bytes = JsonSerializer.SerializeToUtf8Bytes(root, PropsEncoder.Options);
        if (_bytes.Length > MostBytes) throw ElementErrors.SpecTooLong(element, parameter, _bytes.Length);
        Hash = Convert.ToHexStringLower(SHA256.HashData(_bytes).AsSpan(0, HashBytes));
    }

    public JsonObject Root { get; }

    /// <summary>Names the content.</summary>
    public string Hash { get; }

    public JsonObject? InNode => _bytes.Length <= MostInNode ? Root : null;

    public IReadOnlyList<Blob> Blobs => _bytes.Length <= MostInNode ? [] : [new Blob(Hash, "application/json", _bytes)];

    /// <summary>Reads what a script gave; a list is put under a name when the language has one for it.</summary>
    /// <exception cref="ElementException">It is no JSON, or no object.</exception>
    public static SpecText Of(string element, string parameter, object spec, string? listName = null)
    {
        ArgumentNullException.ThrowIfNull(spec, parameter);
        var node = Node(element, parameter, spec);
        if (node is JsonArray list && listName is not null) node = new JsonObject { [listName] = list };
        return new SpecText(element, parameter, node as JsonObject ?? throw ElementErrors.SpecNoObject(element, parameter, node));
    }

    private static JsonNode? Node(string element, string parameter, object spec)
    {
        try
        {
            return spec switch
            {
                string text => JsonNode.Parse(text, documentOptions: Lenient),
                JsonNode node => node.DeepClone(),
                _ => JsonSerializer.SerializeToNode(spec, spec.GetType(), Plain),
            };
        }
        catch (JsonException wrong) when (spec is string)
        {
            throw ElementErrors.SpecNotJson(element, parameter, wrong);
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw ElementErrors.SpecUnwritable(element, parameter, spec.GetType(), wrong);
        }
    }

    /// <summary>JSON has no NaN and no infinity; a chart has a gap there.</summary>
    private sealed class GapConverter<T> : JsonConverter<T>
        where T : struct, System.Numerics.IFloatingPoint<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (!T.IsFinite(value))
                writer.WriteNullValue();
            else if (value is float single)
                writer.WriteNumberValue(single);
            else
                writer.WriteNumberValue(double.CreateChecked(value));
        }
    }
}
