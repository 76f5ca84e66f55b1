namespace Refrain.House.Tests;

/// <summary>The page of figures holds what the benchmarks print, all of it.</summary>
public sealed class PerformanceTests
{
    private static readonly string Page = Repository.Read("docs/performance.md");

    [Theory]
    [InlineData("hits", "hit, `int` → `int`", "collectible", "with `Ttl`", "async hit", "bytes allocated", "`(int, string)` → immutable record", "`IMemoryCache.GetOrCreate`")]
    [InlineData("threads", "from 1 and from 2 threads", "during a long miss")]
    [InlineData("copies", "one plain object", "`List<int>` of 3", "`Dictionary` of 10", "1,000 plain objects", "100,000 plain objects", "`System.Text.Json`")]
    [InlineData("keys", "hit returning `double[]`", "key of `double[]`", "a record of five fields", "a list of 100 ints", "a dictionary of 100 strings")]
    [InlineData("misses", "1,000 async callers", "1,000 threads", "failing", "`MaxEntries = 1000`", "memory")]
    [InlineData("weaving", "weaving a project of 200 attributed functions")]
    public void Every_row_stands_in_its_table(string table, params string[] rows)
    {
        var content = Table(table);
        Assert.All(rows, row => Assert.Contains(content.Split('\n'), line => line.StartsWith('|') && line.Contains(row, StringComparison.Ordinal)));
        Assert.All(content.Split('\n').Where(line => line.StartsWith('|')), line => Assert.Equal(5, line.Count(c => c == '|')));
    }

    [Fact]
    public void The_machine_is_named_by_its_kind() => Assert.Matches(@"^\d+ cores, \w+, \d+ GiB, \.NET \d+\.\d+\.\d+, Release\.\n$", Table("machine"));

    [Fact]
    public void The_command_that_prints_the_figures_is_there() =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, "bench", "run")) && Page.Contains("bench/run", StringComparison.Ordinal));

    private static string Table(string name)
    {
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- /{name} -->\n");
        var from = Page.IndexOf(begin, StringComparison.Ordinal);
        var to = Page.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= 0 && to > from, $"docs/performance.md has no table between '{begin.TrimEnd()}' and '{end.TrimEnd()}'");
        return Page[(from + begin.Length)..to];
    }
}
