namespace Refrain.Weaver.Tests.Packages;

/// <summary>A newcomer's first minutes: the tool from its package, in empty folders outside the clone.</summary>
[Collection(ToolCollection.Name)]
[Trait("row", "I2")]
public class ToolPackagesTests
{
    private static readonly string[] Serving = ["--no-browser", "--port", "0"];

    [Fact]
    public async Task The_tool_writes_a_page_and_serves_it_as_it_is_edited()
    {
        var dotnet = PackageFeed.NewFolder();
        var refrain = await PackageFeed.ToolIn(dotnet);

        Assert.Equal("0.1.0", await refrain.Last("--version"));
        var firstScreen = FirstScreen();
        Assert.Equal(["dotnet", "tool", "install", "--global", "Refrain.Cli"], firstScreen[0]);
        Assert.Equal("Next: refrain run app.cs", await refrain.Last(firstScreen[1][1..]));

        var (exitCode, output) = await refrain.Run("new");
        Assert.Equal(2, exitCode);
        Assert.Equal(
            $"RFN0660: '{Path.Combine(dotnet.Folder, "app.cs")}' is there already, and is not overwritten. Choose another name: refrain new script NAME",
            output.Trim());

        await using var page = await ServedPage.StartAsync(refrain, [.. firstScreen[2][1..], .. Serving]);
        Assert.Equal("App", await page.TitleAsync());
        await page.ShowsAsync("10 numbers");

        var script = Path.Combine(dotnet.Folder, "app.cs");
        PackageFeed.Write(dotnet, "app.cs", (await File.ReadAllTextAsync(script)).Replace("numbers and their squares", "of them, and each squared"));
        await page.ShowsAsync("10 of them, and each squared");

        string[] here = ["--port", $"{page.Address.Port}", "--folder", dotnet.Folder];
        Assert.Contains("\n  Squares: 1 entry, ", (await refrain.Run(["cache", "show", .. here])).Output, StringComparison.Ordinal);
        Assert.Equal($"{page.Address} data: 1 entry cleared", await refrain.Last(["cache", "clear", .. here]));
        Assert.Contains("\n  Squares: 0 entries, ", (await refrain.Run(["cache", "show", .. here])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_script_runs_without_the_tool_and_what_is_published_of_it_too()
    {
        var dotnet = PackageFeed.NewFolder();
        var refrain = await PackageFeed.ToolIn(dotnet);
        await refrain.Last("new", "script", "sales.cs");

        await using (var page = await ServedPage.StartAsync(dotnet, ["run", "sales.cs", "--", .. Serving]))
            await page.ShowsAsync("10 numbers");

        await refrain.Last("publish", "sales.cs", "-o", "out");
        var elsewhere = PackageFeed.NewFolder();
        Directory.Move(Path.Combine(dotnet.Folder, "out"), Path.Combine(elsewhere.Folder, "out"));
        await using (var page = await ServedPage.StartAsync(elsewhere, ["exec", "out/sales.dll", .. Serving]))
        {
            Assert.Equal("Sales", await page.TitleAsync());
            await page.ShowsAsync("10 numbers");
        }
    }

    [Fact]
    public async Task Each_page_of_a_new_dashboard_runs()
    {
        var dotnet = PackageFeed.NewFolder();
        var refrain = await PackageFeed.ToolIn(dotnet);
        Assert.Equal("Next: refrain run sales", await refrain.Last("new", "dashboard", "sales"));

        await using (var overview = await ServedPage.StartAsync(refrain, ["run", "sales/1-overview.cs", .. Serving]))
            await overview.ShowsAsync("Revenue by month");
        await using (var orders = await ServedPage.StartAsync(refrain, ["run", "sales/2-orders.cs", .. Serving]))
            await orders.ShowsAsync("At least this much");
    }

    [Fact]
    public async Task A_new_web_program_serves_its_page()
    {
        var dotnet = PackageFeed.NewFolder();
        var refrain = await PackageFeed.ToolIn(dotnet);
        Assert.Equal("Next: refrain run shop", await refrain.Last("new", "web", "shop"));

        await using var page = await ServedPage.StartAtAsync(refrain, "/sales/", ["run", "shop", .. Serving]);
        Assert.StartsWith(
            "shop.csproj is a program of its own, because it is made with Microsoft.NET.Sdk.Web: 'dotnet watch' builds it, and starts it again when it is saved.",
            page.Said,
            StringComparison.Ordinal);
        Assert.Equal("Sales", await page.TitleAsync());
        await page.ShowsAsync("Revenue");
    }

    [Fact]
    public async Task The_gallery_comes_with_the_tool()
    {
        await using var gallery = await ServedPage.StartAtAsync(await PackageFeed.ToolIn(PackageFeed.NewFolder()), "/hello/", ["hello", .. Serving]);
        await gallery.ShowsAsync("How often");
    }

    [Fact]
    public async Task The_templates_are_what_the_tool_writes()
    {
        var dotnet = PackageFeed.NewFolder();
        var refrain = await PackageFeed.ToolIn(PackageFeed.NewFolder());
        string[] apart = ["--debug:custom-hive", Path.Combine(dotnet.Folder, "hive")];
        await dotnet.Last(["new", "install", Path.Combine(PackageFeed.Feed, "Refrain.Templates.0.1.0.nupkg"), .. apart]);

        foreach (var (template, kind) in new[] { ("refrain", "script"), ("refrain-dashboard", "dashboard"), ("refrain-web", "web") })
        {
            await refrain.Last("new", kind, kind == "script" ? "mine/app.cs" : "mine/" + kind);
            await dotnet.Last(["new", template, "-n", kind == "script" ? "app" : kind, "-o", kind == "script" ? "mine" : "mine/" + kind, .. apart]);
        }

        Assert.Equal(Written(refrain), Written(dotnet));
        Assert.Equal(
            ["app.cs", "dashboard/1-overview.cs", "dashboard/2-orders.cs", "web/Orders.cs", "web/Program.cs", "web/SalesPage.cs", "web/web.csproj"],
            Written(dotnet).Select(file => file.Path));
    }

    /// <summary>The commands that the README begins with, in words.</summary>
    private static string[][] FirstScreen() =>
        [.. File.ReadAllText(RepositoryRoot.PathTo("README.md")).Split("```\n")[2].Trim().Split('\n').Select(line => line.Split(' '))];

    private static (string Path, string Text)[] Written(DotNetCommand command)
    {
        var mine = Path.Combine(command.Folder, "mine");
        return
        [
            .. from path in Directory.GetFiles(mine, "*.cs*", SearchOption.AllDirectories)
               let name = Path.GetRelativePath(mine, path).Replace('\\', '/')
               orderby name
               select (name, File.ReadAllText(path)),
        ];
    }
}
