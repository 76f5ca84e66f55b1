namespace Refrain.Weaver.Tests.Packages;

/// <summary>The package <c>Refrain.Caching</c> alone, in projects outside the clone.</summary>
[Collection(PackageCollection.Name)]
[Trait("row", "I3")]
public class CachingPackagesTests
{
    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><PackageReference Include="Refrain.Caching" Version="0.1.0" /></ItemGroup>
        </Project>
        """;

    /// <summary>Has the package through the library only, as a project behind a project does.</summary>
    private const string Program = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup>
        </Project>
        """;

    private const string LibrarySource = """
        using System.Collections.Generic;
        using Refrain;

        public static class Lib
        {
            public static int Runs;

            [CacheData]
            public static List<int> Load(string name, int rows)
            {
                Runs++;
                return new() { name.Length, rows };
            }
        }
        """;

    private const string ProgramSource = """
        using Refrain;

        var sum = 0;
        for (var i = 0; i < 1000; i++)
            sum += Lib.Load("abc", 2)[1] + Double(3);
        System.Console.WriteLine($"{Lib.Runs} run of the library's, {Counter.Runs} of the program's, {sum}");

        [CacheData]
        static int Double(int a)
        {
            Counter.Runs++;
            return 2 * a;
        }

        static class Counter
        {
            public static int Runs;
        }
        """;

    [Fact]
    public async Task A_function_runs_once_for_a_thousand_calls_in_every_kind_of_build()
    {
        var dotnet = PackageFeed.NewFolder(
            ("lib/lib.csproj", Library), ("lib/Lib.cs", LibrarySource), ("app/app.csproj", Program), ("app/Program.cs", ProgramSource));
        var assembly = Path.Combine(dotnet.Folder, "app/bin/Debug/net10.0/app.dll");

        Assert.Equal("1 run of the library's, 1 of the program's, 8000", await dotnet.Last("run", "--project", "app"));

        var built = File.GetLastWriteTimeUtc(assembly);
        await dotnet.Last("build", "--no-restore", "app");
        Assert.Equal(built, File.GetLastWriteTimeUtc(assembly));
        Assert.Equal("1 run of the library's, 1 of the program's, 8000", await dotnet.Last("exec", assembly));

        PackageFeed.Write(dotnet, "app/Program.cs", ProgramSource.Replace("2 * a", "3 * a"));
        Assert.Equal("1 run of the library's, 1 of the program's, 11000", await dotnet.Last("run", "--no-restore", "--project", "app"));

        PackageFeed.Write(dotnet, "lib/Lib.cs", LibrarySource.Replace(", rows }", ", rows + 1 }"));
        Assert.Equal("1 run of the library's, 1 of the program's, 12000", await dotnet.Last("run", "--no-restore", "--project", "app"));

        await dotnet.Last("publish", "app", "-c", "Release", "-o", "out");
        Assert.Equal("1 run of the library's, 1 of the program's, 12000", await dotnet.Last("exec", "out/app.dll"));
    }

    [Fact]
    public async Task A_worker_service_has_its_caches_among_its_services()
    {
        var dotnet = PackageFeed.NewFolder(
            ("worker.csproj", """
                <Project Sdk="Microsoft.NET.Sdk.Worker">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.12" />
                    <PackageReference Include="Refrain.Caching" Version="0.1.0" />
                  </ItemGroup>
                </Project>
                """),
            ("appsettings.json", """{ "Refrain": { "Functions": { "Worker.Load": { "MaxEntries": 2 } } } }"""),
            ("Program.cs", """
                using Refrain;

                var builder = Host.CreateApplicationBuilder(args);
                builder.Logging.ClearProviders();
                builder.Services.AddHostedService<Worker>();
                builder.Services.AddRefrainCaching();
                await builder.Build().RunAsync();

                sealed class Worker(ICache cache, IHostApplicationLifetime program) : BackgroundService
                {
                    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                    {
                        using (cache.Hold())
                        {
                            for (var i = 0; i < 9; i++)
                                Feed().Sum += Load(i % 3);
                        }

                        await Task.Yield();
                        var load = cache.Inspect().Single(function => function.Name == "Load");
                        Console.Write($"{load.Entries} of {load.Executions} kept, ");
                        program.StopApplication();
                    }

                    [CacheData(MaxEntries = 3)]
                    private static int Load(int number) => number;

                    [CacheResource]
                    private static Feed Feed() => new();
                }

                sealed class Feed : IAsyncDisposable
                {
                    public int Sum { get; set; }

                    public async ValueTask DisposeAsync()
                    {
                        await Task.Yield();
                        Console.WriteLine($"released at {Sum}");
                    }
                }
                """));

        Assert.Equal("2 of 9 kept, released at 9", await dotnet.Last("run"));
    }

    [Fact]
    public async Task A_build_says_where_a_function_cannot_be_cached()
    {
        var dotnet = PackageFeed.NewFolder(("app.csproj", Library), ("Lib.cs", """
            using Refrain;

            static class Lib
            {
                [CacheData]
                static void Load(out int rows)
                {
                    rows = 1;
                }
            }
            """));
        var (exitCode, output) = await dotnet.Run("build");
        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            $"{Path.Combine(dotnet.Folder, "Lib.cs")}(7,5): error RFN0011: The function 'Load' cannot be cached: its parameter 'rows' is passed by " +
            "'out', and a call that is answered from the cache does not run the function. Return what it gives, several values as a tuple.",
            output);

        // The next build must not take the assembly that was left behind for a finished one.
        Assert.NotEqual(0, (await dotnet.Run("build", "--no-restore")).ExitCode);
    }

    [Fact]
    public async Task A_program_that_is_not_woven_refuses_to_run()
    {
        var dotnet = PackageFeed.NewFolder(
            ("app.csproj", Library.Replace("<TargetFramework>", "<OutputType>Exe</OutputType><TargetFramework>")),
            ("Program.cs", "System.Console.WriteLine(F()); [Refrain.CacheData] static int F() => 1;"));
        var (exitCode, output) = await dotnet.Run("run", "-p:RefrainWeave=false");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("RFN0001: The assembly 'app' has cached functions, but was not woven, so none of them would be cached.", output);

        Assert.Equal("1", await dotnet.Last("run"));
    }

    [Fact]
    public async Task A_function_runs_once_under_a_coverage_collector_which_sees_its_lines()
    {
        var dotnet = PackageFeed.NewFolder(
            ("tests.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Refrain.Caching" Version="0.1.0" />
                    <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                    <PackageReference Include="xunit" Version="2.9.3" />
                    <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                    <PackageReference Include="coverlet.collector" Version="6.0.4" />
                  </ItemGroup>
                </Project>
                """),
            ("Tests.cs", """
                using Refrain;
                using Xunit;

                public class Tests
                {
                    private static int _runs;

                    [Fact]
                    public void Once()
                    {
                        for (var i = 0; i < 1000; i++)
                            Assert.Equal(4, Double(2));
                        Assert.Equal(1, _runs);
                    }

                    [CacheData]
                    private static int Double(int a)
                    {
                        _runs++;
                        return 2 * a;
                    }
                }
                """));
        await dotnet.Last("test", "--collect", "XPlat Code Coverage", "--results-directory", "results",
            "--", "DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.IncludeTestAssembly=true");
        var report = Directory.GetFiles(Path.Combine(dotnet.Folder, "results"), "*.xml", SearchOption.AllDirectories).Single();
        Assert.Contains("<line number=\"20\" hits=\"1\"", await File.ReadAllTextAsync(report));
    }
}
