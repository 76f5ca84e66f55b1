using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Scripts;

namespace Refrain.Server.Tests.Scripts;

/// <summary>A script is more than its own file: what lies beside it, and the projects it names.</summary>
[Trait("row", "A3")]
public sealed class LiveSourcesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_beside_the_script_that_is_no_program_is_compiled_with_it_and_watched()
    {
        _folder.Write("other.cs", "Nonsense();");
        _folder.Write("words.cs", """static class Words { public const string Hello = "hello"; }""");
        await using var script = Watch("""AppContext.SetData("refrain-sources-1", Words.Hello);""");
        await RunAsync(script);
        Assert.Equal("hello", AppContext.GetData("refrain-sources-1"));

        var changed = NextChange(script);
        _folder.Write("words.cs", """static class Words { public const string Hello = "good day"; }""");
        Assert.Empty((await changed).Errors);

        await script.RunAsync();
        Assert.Equal("good day", AppContext.GetData("refrain-sources-1"));
    }

    [Fact]
    public async Task An_error_in_it_names_it_and_shows_its_line()
    {
        _folder.Write("words.cs", "static class Words\n{\n    public const string Hello = 1;\n}\n");
        await using var script = Watch("""AppContext.SetData("refrain-sources-2", Words.Hello);""");

        var error = Assert.Single((await script.GetAsync()).Errors);

        Assert.Equal(
            new ScriptDiagnostic("words.cs", 3, 33, "CS0029", "Cannot implicitly convert type 'int' to 'string'", "    public const string Hello = 1;") { Path = _folder["words.cs"] },
            error);
    }

    [Fact]
    public async Task A_project_is_built_loaded_and_watched_and_what_is_wrong_with_it_is_told()
    {
        Directory.CreateDirectory(_folder["lib"]);
        _folder.Write("lib/Lib.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        _folder.Write("lib/Words.cs", """namespace Lib; public static class Words { public static string Hello => "hello"; }""");
        var fetched = new List<string>();
        await using var script = Watch("#:project lib\nAppContext.SetData(\"refrain-sources-3\", Lib.Words.Hello);\n", fetched.Add);
        await RunAsync(script);
        Assert.Equal("hello", AppContext.GetData("refrain-sources-3"));
        Assert.Equal(["Building lib"], fetched);

        var broken = NextChange(script);
        _folder.Write("lib/Words.cs", "namespace Lib; public static class Words { public static string Hello => 1; }");
        var error = Assert.Single((await broken).Errors);
        Assert.Equal(
            $"app.cs(1,1): error RFN0616: The script's projects could not be built: {_folder["lib/Words.cs"]}(1,74): error CS0029: Cannot implicitly convert type 'int' to 'string'",
            error.ToString());
        await script.RunAsync();
        Assert.Equal("hello", AppContext.GetData("refrain-sources-3"));

        var mended = NextChange(script);
        _folder.Write("lib/Words.cs", """namespace Lib; public static class Words { public static string Hello => "good day"; }""");
        Assert.Empty((await mended).Errors);
        await script.RunAsync();
        Assert.Equal("good day", AppContext.GetData("refrain-sources-3"));
    }

    private static async Task RunAsync(LiveScript script)
    {
        Assert.Empty((await script.GetAsync()).Errors);
        await script.RunAsync();
    }

    private static Task<ScriptState> NextChange(LiveScript script)
    {
        var changed = new TaskCompletionSource<ScriptState>(TaskCreationOptions.RunContinuationsAsynchronously);
        script.Changed += change => changed.TrySetResult(change.State);
        return changed.Task.WaitAsync(Patience);
    }

    private LiveScript Watch(string text, Action<string>? fetching = null) => new(
        new LiveScriptOptions { Path = _folder.Write("app.cs", text), Watch = true, PackageCache = _folder["packages"], Fetching = fetching }, NullLogger.Instance);
}
