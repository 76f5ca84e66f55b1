using System.CommandLine;
using System.Diagnostics;

namespace Refrain.Cli.Commands;

/// <summary><c>refrain publish app.cs</c>: a folder to deploy, made by <c>dotnet publish</c>.</summary>
internal static class PublishCommand
{
    internal static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "The script, or a project with mounted pages." };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The folder to make. Default: out.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => "out",
        };
        var command = new Command("publish", "Makes a folder to deploy of a page.") { path, output };
        command.SetAction((result, cancellation) => RunAsync(result.GetValue(path)!, result.GetValue(output)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string path, string output, CancellationToken cancellation)
    {
        Check(path);

        // Compiled ahead of time there is no dynamic code, and so no cache.
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["publish", path, "-o", output, "-p:PublishAot=false", "--nologo"]);
        using var publish = Process.Start(start)!;
        await publish.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return publish.ExitCode;
    }

    private static void Check(string path)
    {
        var (full, kind) = ScriptPath.Check(path);
        if (kind == PathKind.Folder)
            throw new UsageException($"RFN0662: '{path}' is a folder without a project, which cannot be published as one. Publish a script in it, or mount the pages in a program: refrain new web NAME");
        if (kind == PathKind.Script && !File.ReadLines(full).Any(NamesPackage))
            throw new UsageException($"RFN0662: '{path}' does not name the package it is published with. Write '#:package Refrain@0.1.0' as its first line.");
    }

    private static bool NamesPackage(string line) =>
        line.StartsWith("#:package Refrain@", StringComparison.OrdinalIgnoreCase) || line.StartsWith("#:project ", StringComparison.Ordinal);
}
