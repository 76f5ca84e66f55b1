using System.Text.Json;
using Refrain.Widgets;

namespace Refrain.Elements;

/// <summary>What is said of a value that a browser must not send. Goes to the log, never to a page, and never repeats a long value.</summary>
internal static class Refused
{
    private const int Longest = 60;

    public static InputRefusedException Kind(JsonElement sent, string expected) =>
        new($"expected {expected}, got {Brief(sent)}");

    public static InputRefusedException Because(string reason) => new(reason);

    private static string Brief(JsonElement sent)
    {
        var text = sent.ValueKind == JsonValueKind.Undefined ? "nothing" : sent.GetRawText();
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
    }
}
