using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Refrain.Testing.Browsing;

namespace Refrain;

/// <summary>One element of a page under test, as the browser got it.</summary>
public sealed partial class ElementView
{
    internal ElementView(PageNode node) => (Kind, Props) = (node.Kind, node.Props);

    /// <summary>What it is, for example <c>markdown</c>.</summary>
    public string Kind { get; }

    /// <summary>Everything the browser knows of it.</summary>
    public JsonElement Props { get; }

    /// <summary>What a reader sees of it: its text without markup, its message, or its label.</summary>
    public string Text =>
        Member("text") ?? Member("message") ?? (Member("html") is { } html ? PlainOf(html) : null) ?? Member("label") ?? Props.GetRawText();

    /// <summary>A property as text; <see langword="null"/> when it has none of this name.</summary>
    /// <param name="name">The name on the wire, for example <c>severity</c>.</param>
    public string? this[string name] =>
        Props.TryGetProperty(name, out var member) ? member.ValueKind == JsonValueKind.String ? member.GetString() : member.GetRawText() : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Text}";

    private string? Member(string name) => Props.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static string PlainOf(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
