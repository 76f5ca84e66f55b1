using System.Text.RegularExpressions;

namespace Refrain.House.Tests;

/// <summary>docs/parity.md names, for every row of the mission, what shows it; this holds the table against the tests and files.</summary>
public sealed partial class ParityTests
{
    private static readonly string[] Rows =
    [
        "A1", "A2", "A3", "A4", "A5", "A6", "A7",
        "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8",
        "C1", "C2", "C3", "C4", "C5", "C6", "C7",
        "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11", "D12",
        "E1", "E2", "E3", "E4", "E5",
        "F1", "F2", "F3", "F4", "F5", "F6", "F7",
        "G1", "G2", "G3",
        "H1", "H2", "H3", "H4", "H5",
        "I1", "I2", "I3", "I4",
    ];

    private static readonly ParityRow[] Table =
    [
        .. TableRow().Matches(Repository.Read("docs/parity.md"))
            .Select(match => new ParityRow(match.Groups["row"].Value, match.Groups["state"].Value, match.Groups["shown"].Value)),
    ];

    private static readonly string Tests = string.Concat(Repository.Files("tests", ".cs").Select(Repository.Read));

    [Fact]
    public void Every_row_stands_once_in_order() => Assert.Equal(Rows, Table.Select(row => row.Row));

    [Fact]
    public void Every_state_is_one_of_three() => Assert.All(Table, row => Assert.Contains(row.State, new[] { "done", "partly", "open" }));

    [Fact]
    public void What_is_done_or_partly_done_names_what_shows_it() =>
        Assert.All(Table.Where(row => row.State != "open"), row => Assert.NotEmpty(row.Names));

    [Fact]
    public void Every_name_is_found() => Assert.All(Table.SelectMany(row => row.Names), name =>
        Assert.True(
            name.Contains('/', StringComparison.Ordinal)
                ? Path.Exists(Path.Combine(Repository.Root, name))
                : Regex.IsMatch(Tests, $@"\bclass {name.Split('.')[0]}\b") && Regex.IsMatch(Tests, $@"\b{name.Split('.')[1]}\("),
            $"docs/parity.md names {name}, which is neither a file nor a test"));

    [GeneratedRegex(@"^\| (?<row>[A-I][0-9]+) \| (?<state>[^|]+?) \|(?<shown>[^|]*)\|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TableRow();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    private sealed record ParityRow(string Row, string State, string Shown)
    {
        public IEnumerable<string> Names => Quoted().Matches(Shown).Select(match => match.Groups["name"].Value);
    }
}
