using System.CommandLine;
using Refrain.Cli;
using Refrain.Cli.Commands;
using Refrain.Cli.Serving;
using Refrain.Scripts.Projects;

namespace Refrain.Server.Tests.Cli;

/// <summary>A project with a server of its own is run by the SDK; any other is a page.</summary>
public sealed class ProjectProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Microsoft.NET.Sdk", "Ui.Title(\"Sales\"); // in place of WebApplication.Create()", null)]
    [InlineData("Microsoft.NET.Sdk.Web", "", "it is made with Microsoft.NET.Sdk.Web")]
    [InlineData("Microsoft.NET.Sdk.Worker/10.0.0", "", "it is made with Microsoft.NET.Sdk.Worker")]
    [InlineData("Microsoft.NET.Sdk", "app.MapRefrain(\"/sales\", Page.Run);", "Program.cs uses MapRefrain")]
    [InlineData("Microsoft.NET.Sdk", "var app = WebApplication.Create();", "Program.cs uses WebApplication")]
    public void A_project_has_a_server_of_its_own_when_its_SDK_or_its_code_says_so(string sdk, string program, string? reason)
    {
        _folder.Write("Program.cs", program);

        Assert.Equal(reason, OwnServer.ReasonOf(_folder.Write("Shop.csproj", $"""<Project Sdk="{sdk}"></Project>""")));
    }

    [Fact]
    public void A_file_that_is_no_project_is_left_for_the_build_to_refuse() =>
        Assert.Null(OwnServer.ReasonOf(_folder.Write("Shop.csproj", "<Project")));

    [Fact]
    public void It_is_started_again_when_it_is_saved()
    {
        Assert.Equal(
            ["watch", "--no-hot-reload", "--non-interactive", "--project", "a.csproj", "run", "--configuration", "Debug", "--", "x"],
            ProjectProgram.Command("a.csproj", new ProjectOptions("Debug", Watch: true, ["x"])));
        Assert.Equal(
            ["run", "--project", "a.csproj", "--configuration", "Release", "--"],
            ProjectProgram.Command("a.csproj", new ProjectOptions("Release", Watch: false, [])));
    }

    [Fact]
    public void It_is_told_where_to_listen_as_web_programs_are()
    {
        Assert.Equal(["x"], Options("a.csproj -- x").Arguments);
        Assert.Equal(["--urls", "http://127.0.0.1:9000", "x"], Options("a.csproj --port 9000 -- x").Arguments);
        Assert.Equal(["--urls", "http://0.0.0.0:8501"], Options("a.csproj --host 0.0.0.0").Arguments);
        Assert.True(Options("a.csproj").OpenBrowser);
        Assert.False(Options("a.csproj --no-browser").OpenBrowser);

        static ProjectOptions Options(string line)
        {
            var rest = new Argument<string[]>("ARGS");
            var command = new Command("run") { new Argument<string>("PATH"), rest };
            var options = new ServerOptions(command, builds: true);
            var result = command.Parse(line);
            return options.ForProject(result, result.GetValue(rest)!);
        }
    }

    [Fact]
    public void The_tool_says_which_it_is_and_why()
    {
        const string Reason = "it is made with Microsoft.NET.Sdk.Web";

        Assert.Equal(
            "Shop.csproj is a program of its own, because it is made with Microsoft.NET.Sdk.Web: 'dotnet watch' builds it, and starts it again when it is saved.",
            ProjectProgram.Explain(_folder["Shop.csproj"], Reason, new ProjectOptions("Debug", Watch: true, [])));
        Assert.Equal(
            "Shop.csproj is a program of its own, because it is made with Microsoft.NET.Sdk.Web: 'dotnet run' builds and starts it.",
            ProjectProgram.Explain(_folder["Shop.csproj"], Reason, new ProjectOptions("Debug", Watch: false, [])));
    }

    [Fact]
    public async Task Without_an_SDK_there_is_no_project()
    {
        var options = new ProjectOptions("Debug", Watch: true, []) { Sdk = _folder["no-dotnet"] };

        var error = await Assert.ThrowsAsync<UsageException>(() => ProjectProgram.RunAsync(_folder["a.csproj"], "it is made with Microsoft.NET.Sdk.Web", options));

        Assert.Equal("RFN0647: There is no 'dotnet' on the path, which builds projects. Install the .NET 10 SDK.", error.Message);
    }
}
