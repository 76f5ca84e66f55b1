using System.Text.Json;
using System.Text.Json.Nodes;

namespace Refrain.Caching.Keys.Writers;

/// <summary>JSON: objects in any order of their members, numbers as they are written.</summary>
internal static class JsonKeys
{
    internal static void Write(KeyStream stream, JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        Write(stream, document.RootElement);
    }

    internal static void Write(KeyStream stream, JsonElement element)
    {
        stream.Put((byte)element.ValueKind);
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).ToArray();
                stream.Put(members.Length);
                foreach (var member in members)
                {
                    stream.Text(member.Name);
                    Write(stream, member.Value);
                }

                break;
            case JsonValueKind.Array:
                stream.Put(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                    Write(stream, item);
                break;
            case JsonValueKind.String:
                stream.Text(element.GetString());
                break;
            case JsonValueKind.Number:
                stream.Text(element.GetRawText());
                break;
            default:
                break;
        }
    }
}
