using System.Text.Json;
using Refrain.EndToEnd.Serving;

namespace Refrain.EndToEnd.Browsing;

/// <summary>axe-core, which knows the rules of accessible pages.</summary>
internal static class Axe
{
    /// <summary>Runs in the page before anything of it, where the page's own security policy has no say.</summary>
    internal static string Script { get; } = File.ReadAllText(Repository.PathTo("web", "node_modules", "axe-core", "axe.min.js"));

    /// <summary>What axe finds wrong: the rule, what it asks for, and the elements that break it.</summary>
    internal static async Task<string[]> FindAsync(Visitor visitor)
    {
        var found = await visitor.Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`) }))");
        return
        [
            .. found.EnumerateArray().Select(rule =>
                $"{rule.GetProperty("id")}: {rule.GetProperty("help")}\n  {string.Join("\n  ", rule.GetProperty("nodes").EnumerateArray())}"),
        ];
    }
}
