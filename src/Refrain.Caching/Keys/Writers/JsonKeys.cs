using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Refrain.Caching.Keys.Writers;

/// <summary>JSON: objects in any order of their members, numbers as they are written.</summary>
internal static class JsonKeys
{
    internal static void Write(KeyStream stream, JsonNode? node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case JsonObject members:
                stream.Put((byte)JsonValueKind.Object);
                stream.Put(members.Count);
                foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    stream.Text(name);
                    Write(stream, value);
                }

                break;
            case JsonArray items:
                stream.Put((byte)JsonValueKind.Array);
                stream.Put(items.Count);
                foreach (var item in items)
                    Write(stream, item);
                break;
            case null:
                stream.Put((byte)JsonValueKind.Null);
                break;
            case JsonValue parsed when parsed.TryGetValue(out JsonElement element):
                Write(stream, element);
                break;
            case JsonValue written when written.TryGetValue(out string? text):
                stream.Put((byte)JsonValueKind.String);
                stream.Text(text);
                break;
            default:
                // However a value is kept, by a parser or as a number of the program, its text is the same.
                using (var document = JsonDocument.Parse(node.ToJsonString()))
                    Write(stream, document.RootElement);
                break;
        }
    }

    internal static void Write(KeyStream stream, JsonElement element)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        stream.Put((byte)element.ValueKind);
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = element.EnumerateObject().Select(member => (Name: NameOf(member), member.Value))
                    .OrderBy(member => member.Name.Text, StringComparer.Ordinal).ThenBy(member => member.Name.IsAsWritten).ToArray();
                stream.Put(members.Length);
                foreach (var (name, value) in members)
                {
                    Write(stream, name);
                    Write(stream, value);
                }

                break;
            case JsonValueKind.Array:
                stream.Put(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                    Write(stream, item);
                break;
            case JsonValueKind.String:
                Write(stream, TextOf(element));
                break;
            case JsonValueKind.Number:
                stream.Text(element.GetRawText());
                break;
            default:
                break;
        }
    }
    private static void Write(KeyStream stream, JsonText text)
    {
        if (text.IsAsWritten)
            stream.Tag(KeyTag.AsWritten);
        stream.Text(text.Text);
    }

    private static JsonText TextOf(JsonElement element)
    {
        try
        {
            return new(element.GetString()!, IsAsWritten: false);
        }
        catch (InvalidOperationException)
        {
            return JsonText.AsWritten(JsonMarshal.GetRawUtf8Value(element));
        }
    }

    private static JsonText NameOf(JsonProperty member)
    {
        try
        {
            return new(member.Name, IsAsWritten: false);
        }
        catch (InvalidOperationException)
        {
            return JsonText.AsWritten(JsonMarshal.GetRawUtf8PropertyName(member));
        }
    }

    /// <summary>A text; one that JSON can spell but that is no Unicode, as half of a surrogate pair is not, counts as it is written.</summary>
    private readonly record struct JsonText(string Text, bool IsAsWritten)
    {
        internal static JsonText AsWritten(ReadOnlySpan<byte> bytes) => new(Encoding.Latin1.GetString(bytes), IsAsWritten: true);
    }
}
