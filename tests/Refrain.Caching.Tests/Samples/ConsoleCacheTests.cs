using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Refrain.Caching.Tests.Samples;

/// <summary>The sample without a page, run as a process of its own to its end.</summary>
[Trait("row", "I3")]
public sealed partial class ConsoleCacheTests
{
    [Fact, Trait("row", "C4"), Trait("row", "D11")]
    public async Task It_counts_each_file_once_and_releases_its_report_at_the_end()
    {
        var folder = Directory.CreateTempSubdirectory("console-cache");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "one.cs"), "a b\nc\n");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "two.cs"), "d\n");

            Assert.Equal(
                [
                    "first time: 3 lines, 4 words in 2 files counted so far",
                    "second time: 3 lines, 4 words in 2 files counted so far",
                    "1 entry cleared",
                    "3 files counted in all",
                    "Count: 2 entries, 4 hits, 3 executions",
                    "Report: 1 entries, 1 hits, 1 executions",
                    "the report was closed with 2 lines",
                ],
                await RunAsync(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string[]> RunAsync(string folder)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetDirectoryName(AppContext.BaseDirectory)!)))!;
        var program = RepositoryRoot.PathTo($"samples/console-cache/bin/{configuration}/net10.0/console-cache.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, folder]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Milliseconds().Replace(line, ""))];
    }

    [GeneratedRegex(@" \([0-9.]+ ms\)$")]
    private static partial Regex Milliseconds();
}
