using System.Text.RegularExpressions;

namespace Refrain.House.Tests;

/// <summary>How the code must read, where a machine can say so.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void No_source_file_is_longer_than_400_lines() => Assert.All(
        Repository.Files("src", ".cs").Concat(Repository.Files("web/src", ".ts", ".tsx")),
        path => Assert.True(Repository.Read(path).Count(c => c == '\n') <= 400, $"{path} is longer than 400 lines"));

    [Fact]
    public void Nothing_is_left_to_do_or_skipped() => Assert.All(
        Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs")).Concat(Repository.Files("web/src", ".ts", ".tsx")),
        path => Assert.False(Unfinished().IsMatch(Repository.Read(path)), $"{path} leaves something to do"));

    [Fact]
    public void No_folder_is_named_for_what_has_no_name() => Assert.All(
        Repository.Files("src", ".cs"),
        path => Assert.DoesNotContain(path.Split('/'), part => part is "Helpers" or "Utils" or "Common" or "Managers"));

    [Fact]
    public void Every_error_id_has_a_page_that_says_what_to_do()
    {
        var ids = Repository.Files("src", ".cs").SelectMany(path => ErrorId().Matches(Repository.Read(path)).Select(match => match.Value)).Distinct().Order();
        Assert.All(ids, id => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "errors", $"{id}.md")), $"docs/errors/{id}.md is missing"));
    }

    [GeneratedRegex(@"\b(T[O]DO|F[I]XME|H[A]CK)\b|NotImplemented[E]xception|Skip ?= ?""|\b(it|test|describe)\.skip\(")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<="")RFN[0-9]{4}\b")]
    private static partial Regex ErrorId();
}
