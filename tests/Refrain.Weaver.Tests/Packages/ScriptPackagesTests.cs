namespace Refrain.Weaver.Tests.Packages;

/// <summary>A file in an empty folder outside the clone becomes a page by <c>dotnet run</c>.</summary>
[Collection(ToolCollection.Name)]
[Trait("row", "I1")]
public class ScriptPackagesTests
{
    private const string Script = """
        #:package Refrain@0.1.0
        #:property PublishAot=false
        Counter.Scripts++;
        Ui.Title("Sales");
        Ui.Write($"{Load(2)} in run {Counter.Scripts}");

        [CacheData]
        static string Load(int rows)
        {
            Counter.Loads++;
            return $"{rows} rows, loaded {Counter.Loads} time";
        }

        static class Counter
        {
            public static int Scripts, Loads;
        }
        """;

    [Fact]
    public async Task A_file_serves_its_page_and_runs_its_cached_function_once()
    {
        var dotnet = PackageFeed.NewFolder(("app.cs", Script));
        await AssertServes(dotnet, "2 rows, loaded 1 time in run 1", "2 rows, loaded 1 time in run 2");

        // Only the source has changed, which is when the SDK would like to call nothing but the compiler.
        PackageFeed.Write(dotnet, "app.cs", Script.Replace("rows, loaded", "lines, loaded"));
        await AssertServes(dotnet, "2 lines, loaded 1 time in run 1", "2 lines, loaded 1 time in run 2");
    }

    [Fact]
    public async Task The_container_file_of_the_documentation_publishes_a_script_and_starts_it()
    {
        var container = ContainerFile.Read();
        var build = PackageFeed.NewFolder(("app.cs", Script));
        var sdk = Path.Combine(build.Folder, "out");
        Assert.Equal("dotnet", container.Published[0]);
        await build.Last([.. container.Published[1..].Select(word => word == container.Out ? sdk : word)]);
        var app = Path.Combine(PackageFeed.NewFolder().Folder, "app");
        Directory.Move(sdk, app);

        Assert.Equal(["dotnet", "app.dll", "--host", "0.0.0.0", "--port", container.Port, "--no-browser"], container.Entry);
        await using var page = await ServedPage.StartAsync(
            build with { Folder = app, Variables = container.Variables }, ["exec", "app.dll", "--host", "127.0.0.1", "--port", "0", "--no-browser"]);
        await page.ShowsAsync("2 rows, loaded 1 time in run 1");
    }

    private static async Task AssertServes(DotNetCommand dotnet, string first, string second)
    {
        await using var page = await ServedPage.StartAsync(dotnet, "run", "app.cs", "--", "--no-browser", "--port", "0");
        Assert.Equal("App", await page.TitleAsync());
        await page.ShowsAsync(first);
        await page.RerunAsync();
        await page.ShowsAsync(second);
    }
}
