using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Refrain.Weaver.Tests.Packages;

/// <summary>The <c>dotnet</c> command as a newcomer types it in a folder of theirs.</summary>
/// <param name="Folder">Where it runs.</param>
/// <param name="Packages">The folder of restored packages, apart from the machine's.</param>
/// <param name="Program">What runs, where it is not <c>dotnet</c> itself: a tool that was installed.</param>
internal sealed record DotNetCommand(string Folder, string Packages, string Program = "dotnet")
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Variables that it is started with, besides those of the tests.</summary>
    internal IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Runs it to its end.</summary>
    internal async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = new StringBuilder();
        process.OutputDataReceived += (_, e) => Append(e.Data);
        process.ErrorDataReceived += (_, e) => Append(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Program} {string.Join(' ', arguments)} did not end:\n{output}");
        }

        return (process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output)
                output.AppendLine(line);
        }
    }

    /// <summary>Runs it to its end, which must be a good one, and gives the last line it printed.</summary>
    internal async Task<string> Last(params string[] arguments)
    {
        var (exitCode, output) = await Run(arguments);
        Assert.True(exitCode == 0, $"{Program} {string.Join(' ', arguments)}:\n{output}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
    }

    internal Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // What the build that runs these tests tells its own children is not for a newcomer's shell.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // Builds and pages here live for seconds: counting how their code runs, to compile it better, costs them a fifth of their time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["NUGET_PACKAGES"] = Packages;
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
