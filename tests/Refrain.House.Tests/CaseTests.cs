using System.Text.RegularExpressions;

namespace Refrain.House.Tests;

/// <summary>Each behaviour case of the cache has a test that carries its number.</summary>
public sealed partial class CaseTests
{
    private static readonly string[] Cases =
    [
        "1", "2", "3", "5", "7", "8", "9", "10", "11", "13", "14", "15", "20", "21", "22", "24", "27", "29", "32", "37", "38", "39", "40",
        "41", "44", "45", "47", "48", "49", "50", "51", "53", "54", "55", "56", "58", "60", "61", "63", "65", "67", "68", "69", "70", "70b",
        "71", "76", "78", "80", "88", "89", "90", "92", "93", "94", "96", "97", "98", "100", "101", "102", "104", "105", "107", "109", "110",
        "111", "114", "115", "116", "118", "120",
    ];

    private static readonly HashSet<string> Shown =
    [
        .. Repository.Files("tests", ".cs").SelectMany(path => Trait().Matches(Repository.Read(path))).Select(match => match.Groups["id"].Value),
    ];

    [Fact]
    public void Every_case_has_a_test() => Assert.Empty(Cases.Except(Shown));

    [Fact]
    public void No_test_carries_the_number_of_no_case() => Assert.Empty(Shown.Except(Cases));

    [GeneratedRegex("""Trait\("case", "(?<id>[0-9a-z]+)"\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Trait();
}
