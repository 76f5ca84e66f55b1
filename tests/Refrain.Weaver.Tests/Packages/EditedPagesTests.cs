using Refrain.EndToEnd.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Refrain.Weaver.Tests.Packages;

/// <summary>A newcomer edits a page that the installed tool serves.</summary>
[Collection(ToolCollection.Name)]
[Trait("row", "A3")]
public class EditedPagesTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <RefrainScript>true</RefrainScript>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Refrain" Version="0.1.0" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        var run = Ui.State.GetOrAdd("run", () => 0) + 1;
        Ui.State["run"] = run;
        Ui.Title("Sales");
        Ui.Write($"{Sales.Load(2)} in run {run}");
        """;

    private const string Sales = """
        static class Sales
        {
            [CacheData]
            public static string Load(int rows) => $"{rows} rows, loaded as {++loads}";

            private static int loads;
        }
        """;

    [Fact]
    public async Task A_script_in_a_browser_follows_its_saves_and_a_slider_stays_where_it_is()
    {
        var dotnet = PackageFeed.NewFolder();
        var refrain = await PackageFeed.ToolIn(dotnet);
        await refrain.Last("new", "script", "app.cs");
        await using var page = await ServedPage.StartAsync(refrain, "run", "app.cs", "--no-browser", "--port", "0");
        await using var ada = await chromium.VisitAsync(page.Address);
        await ada.SeesAsync("10 numbers");
        await ada.Slider("How many").PressAsync("ArrowRight");
        await ada.SeesAsync("11 numbers");

        var script = await File.ReadAllTextAsync(Path.Combine(dotnet.Folder, "app.cs"));
        PackageFeed.Write(dotnet, "app.cs", script.Replace("numbers and their squares", "of them, and each squared"));

        await ada.SeesAsync("11 of them, and each squared");
        await Expect(ada.Slider("How many")).ToHaveAttributeAsync("aria-valuenow", "11");
        Assert.Empty(ada.Complaints);
    }

    [Fact]
    public async Task A_project_follows_its_saves_and_its_session_and_cache_go_on()
    {
        var dotnet = PackageFeed.NewFolder(("sales/Sales.csproj", Project), ("sales/Program.cs", Program), ("sales/Sales.cs", Sales));
        await using var page = await ServedPage.StartAsync(await PackageFeed.ToolIn(dotnet), "run", "sales", "--no-browser", "--port", "0");
        Assert.Contains("Sales.csproj is served as a page, and goes on when it is saved: it has no server of its own.", page.Said, StringComparison.Ordinal);
        Assert.Equal("Sales", await page.TitleAsync());
        await page.ShowsAsync("2 rows, loaded as 1 in run 1");

        PackageFeed.Write(dotnet, "sales/Program.cs", Program.Replace("in run", "and shown in run"));
        await page.ShowsAsync("2 rows, loaded as 1 and shown in run 2");

        PackageFeed.Write(dotnet, "sales/Sales.cs", Sales.Replace("rows, loaded", "lines, loaded"));
        await page.ShowsAsync("2 lines, loaded as 1 and shown in run 3");
    }
}
