using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Refrain.Load.Tool;

/// <summary>The <c>refrain</c> tool in a process of its own, until it is disposed of.</summary>
internal sealed partial class ToolProcess : IDisposable
{
    private readonly Process _process;

    private ToolProcess(Process process, Uri address) => (_process, Address) = (process, address);

    internal Uri Address { get; }

    /// <summary>Starts <c>refrain run</c> on a script; returns when it has said where the page is.</summary>
    internal static ToolProcess Run(string script)
    {
        var tool = Path.Combine(Repository(), "src", "Refrain.Cli", "bin", "Release", "net10.0", "Refrain.Cli.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [tool, "run", script, "--port", "0", "--no-browser"])
        {
            RedirectStandardOutput = true,
        })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (AddressPattern().Match(line) is { Success: true } found)
                return new(process, new Uri(found.Value));
        }

        throw new InvalidOperationException("The tool ended before it served. Build src/Refrain.Cli in Release first.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Refrain.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This runs inside the repository only.");
        return folder;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*/")]
    private static partial Regex AddressPattern();
}
