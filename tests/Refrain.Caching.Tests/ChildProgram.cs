using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Refrain.Caching.Tests.Fingerprints;

namespace Refrain.Caching.Tests;

/// <summary>A program that runs in a process of its own, with the assemblies of these tests beside it.</summary>
internal static class ChildProgram
{
    /// <summary>Compiles a program, runs it to its end and gives what it wrote.</summary>
    internal static async Task<string> RunAsync(string source, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var child = Path.Combine(folder.FullName, "child.dll");
            await File.WriteAllBytesAsync(child, CompiledCode.Emit("child", source, OptimizationLevel.Debug, "child.cs"));
            var tests = typeof(ChildProgram).Assembly.Location;
            var start = new ProcessStartInfo(Environment.ProcessPath!)
            {
                WorkingDirectory = Path.GetDirectoryName(tests)!,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            string[] host =
            [
                "exec", "--runtimeconfig", Path.ChangeExtension(tests, ".runtimeconfig.json"), "--depsfile", Path.ChangeExtension(tests, ".deps.json"), child,
            ];
            foreach (var argument in host.Concat(arguments))
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            Assert.Equal("", await error);
            return await output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
