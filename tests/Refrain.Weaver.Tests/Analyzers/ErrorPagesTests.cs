using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Refrain.Weaver.Tests.Analyzers;

/// <summary>The page of each rule shows what the rule is about.</summary>
public partial class ErrorPagesTests
{
    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id).Order()];

    private static IEnumerable<DiagnosticDescriptor> Rules => Advice.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics);

    [Theory, MemberData(nameof(Ids))]
    public async Task What_a_page_advises_against_is_found_and_what_it_advises_is_not(string id)
    {
        var snippets = Snippet().Matches(await File.ReadAllTextAsync(RepositoryRoot.PathTo($"docs/errors/{id}.md"))).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, snippets.Count);
        Assert.Contains(await Advice.OnAsync(snippets[0]), advice => advice.Id == id);
        Assert.Empty(await Advice.OnAsync(snippets[1]));
    }

    [Fact]
    public void Each_rule_leads_to_its_page() =>
        Assert.All(Rules, rule => Assert.Equal(("Refrain", $"docs/errors/{rule.Id}.md"), (rule.Category, rule.HelpLinkUri)));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
