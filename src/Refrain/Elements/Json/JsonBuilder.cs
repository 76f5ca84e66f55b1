using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A value as a tree of names and values that can be folded.</summary>
    /// <param name="value">JSON text, or any value: lists, dictionaries, objects, <c>JsonNode</c>. Of a large one the first part is shown, with how much is left out.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ElementException"><paramref name="value"/> is text that is not JSON.</exception>
    /// <example><code>
    /// Ui.Json("""{ "city": "Oslo", "people": 717710 }""");
    /// </code></example>
    public void Json(object? value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new Json(value is string text ? ParsedTree(text) : JsonTree.Of(value)), new(file, line));

    private static JsonNode? ParsedTree(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return JsonTree.Of(document);
        }
        catch (JsonException wrong)
        {
            throw ElementErrors.NotJson(wrong.Message, wrong);
        }
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Json(object?, string, int)"/>
    public static void Json(object? value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Json(value, file, line);
}
