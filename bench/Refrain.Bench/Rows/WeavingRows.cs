using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Refrain.Bench.Rows;

/// <summary>What weaving adds to a build, as MSBuild itself counts it: builds of a project in an empty folder, each in a process of its own.</summary>
internal static partial class WeavingRows
{
    private const int Functions = 200;

    internal static IEnumerable<Row> All(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("refrain-weaving");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "weaving.csproj"), Project());
            File.WriteAllText(Path.Combine(folder.FullName, "Functions.cs"), Source());
            Build(folder.FullName, "-restore");
            var times = Enumerable.Range(0, quick ? 5 : 11).Select(_ => MillisecondsOf(Build(folder.FullName, "-t:Rebuild"))).Order().ToArray();
            var median = times[times.Length / 2];
            yield return new($"weaving a project of {Functions} attributed functions", "adds less than 300 ms to the build",
                string.Create(CultureInfo.InvariantCulture, $"{median} ms ({times[0]} to {times[^1]})"), median < 300);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Refrain.slnx")))
                folder = folder.Parent!;
            return folder.FullName;
        }
    }

    /// <summary>What the package brings, from this repository.</summary>
    private static string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <RefrainWeaverAssembly>{Root}/src/Refrain.Weaver/bin/Release/netstandard2.0/Refrain.Weaver.dll</RefrainWeaverAssembly>
            <RefrainAnalyzerAssembly>{Root}/src/Refrain.Analyzers/bin/Release/netstandard2.0/Refrain.Analyzers.dll</RefrainAnalyzerAssembly>
          </PropertyGroup>
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <Reference Include="{typeof(Cache).Assembly.Location}" />
          </ItemGroup>
          <Import Project="{Root}/src/Refrain.Weaver/build/Refrain.Caching.targets" />
        </Project>
        """;

    private static string Source()
    {
        var source = new StringBuilder("using System.Collections.Generic;\nusing Refrain;\n\npublic static class Functions\n{\n");
        for (var number = 0; number < Functions; number++)
        {
            source.Append(CultureInfo.InvariantCulture, $$"""
                    [CacheData(Ttl = "1h")]
                    public static List<string> Load{{number}}(string name, int rows, double share = 0.5)
                    {
                        var list = new List<string>();
                        for (var row = 0; row < rows; row++)
                            list.Add($"{name} {row * share}");
                        return list;
                    }

                """);
        }

        return source.Append("}\n").ToString();
    }

    private static string Build(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["msbuild", "-nologo", "-tl:off", "-nodeReuse:false", "-verbosity:normal", "-clp:PerformanceSummary", "-p:Configuration=Release", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }

    private static int MillisecondsOf(string build)
    {
        var steps = Steps().Matches(build);
        return steps.Count == 2
            ? steps.Sum(step => int.Parse(step.Groups[1].Value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The build did not warm the weaver and weave:\n{build}");
    }

    [GeneratedRegex(@"([0-9]+) ms +Refrain(?:WarmWeaver|Weave) +1 calls")]
    private static partial Regex Steps();
}
