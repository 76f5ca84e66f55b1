using System.Net;
using System.Text.RegularExpressions;

namespace Refrain.Frames.Tests.Docs;

/// <summary>All code that is shown of frames: in the guide, in the documents of members, and on the pages of errors.</summary>
internal static partial class Documents
{
    internal static IReadOnlyList<Snippet> Guide { get; } =
        [.. Fence().Matches(Text("docs/frames.md")).Select((match, at) => new Snippet($"frames.md, snippet {at + 1}", Scene.Complete(match.Groups[1].Value)))];

    internal static IReadOnlyList<Snippet> Examples { get; } =
        [.. Directory.GetFiles(RepositoryRoot.PathTo("src/Refrain.Frames"), "*.cs").Order(StringComparer.Ordinal).SelectMany(ExamplesOf)];

    /// <summary>What is behind a line of a page of an error: <c>Instead of</c>, or <c>write</c>; null when no code is.</summary>
    internal static Snippet? OfError(string id, string behind)
    {
        var page = Text($"docs/errors/{id}.md");
        var match = Regex.Match(page, $"(?m)^{behind}\n\n```csharp\n(.*?)```", RegexOptions.Singleline);
        return match.Success ? new($"{id}, {behind}", Scene.Put(match.Groups[1].Value, ErrorPageTests.Before.GetValueOrDefault(id, ""))) : null;
    }

    internal static string Text(string path) => File.ReadAllText(RepositoryRoot.PathTo(path));

    private static IEnumerable<Snippet> ExamplesOf(string path) => Example().Matches(File.ReadAllText(path)).Select((match, at) => new Snippet(
        $"{Path.GetFileName(path)}, example {at + 1}",
        Scene.Complete(WebUtility.HtmlDecode(Margin().Replace(match.Groups[1].Value, "")))));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("<code>\n(.*?)\n *///? </code>", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("^ */// ?", RegexOptions.Multiline)]
    private static partial Regex Margin();
}
