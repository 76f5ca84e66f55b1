namespace Refrain.Weaver.Tests.Packages;

/// <summary>The package <c>Refrain.Testing</c> in a test project outside the clone.</summary>
[Collection(ToolCollection.Name)]
[Trait("row", "I2")]
public class TestingPackagesTests
{
    [Fact]
    public async Task A_page_is_tested_without_a_browser()
    {
        var dotnet = PackageFeed.NewFolder(
            ("pages/app.cs", """
                #:package Refrain@0.1.0
                var count = Ui.Slider("Count", 1, 9, 2);
                Ui.Text($"{Twice(count)}");
                [CacheData] static int Twice(int number) => 2 * number;
                """),
            ("tests.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                  </PropertyGroup>
                  <ItemGroup>
                    <Compile Include="Program.cs" />
                    <PackageReference Include="Refrain.Testing" Version="0.1.0" />
                  </ItemGroup>
                </Project>
                """),
            ("Program.cs", """
                await using var app = await AppTest.FromFileAsync("pages/app.cs");
                await app.RunAsync();
                var first = app.Text[0].Text;
                await app.Slider("Count").SetAsync(4);
                Console.WriteLine($"{first}, then {app.Text[0].Text}, {app.Cache.Function("Twice").Executions} executions");
                """));

        Assert.Equal("4, then 8, 2 executions", await dotnet.Last("run"));
    }
}
