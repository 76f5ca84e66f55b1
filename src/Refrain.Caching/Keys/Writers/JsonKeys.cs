using System.Runtime.CompilerServices;
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
            default:
                // However a value is kept, by a parser or as a number of the program, its text is the same.
                using (var text = JsonDocument.Parse(node.ToJsonString()))
                    Write(stream, text.RootElement);
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
