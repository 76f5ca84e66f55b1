using Refrain.Scripts;
using Refrain.Scripts.Compiling;
using Refrain.Scripts.Loading;
using Refrain.Scripts.Sources;

namespace Refrain.Server.Tests.Scripts;

public sealed class ScriptCompilerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_script_compiles_with_the_usings_of_a_project_and_Refrain()
    {
        var compiled = await CompileAsync("""
            var list = new List<int> { 1 }.Select(x => x + 1).ToList();
            await Task.Yield();
            if (args.Length > 9) Ui.Write("never");
            Console.Out.Write("");
            """);

        Assert.Empty(compiled.Errors);
        Assert.NotNull(compiled.Image);
    }

    [Fact]
    public async Task Each_run_has_locals_of_its_own_and_statics_of_the_version()
    {
        var compiled = await CompileAsync("""
            var local = 0;
            local++;
            Counter.Shared++;
            await Task.Yield();
            AppContext.SetData("refrain-test-locals", $"{local} {Counter.Shared}");
            static class Counter { public static int Shared; }
            """);
        var script = LoadedScript.Load("app", compiled.Image!);

        Assert.True(await script.TryRunAsync([]));
        Assert.True(await script.TryRunAsync([]));

        Assert.Equal("1 2", AppContext.GetData("refrain-test-locals"));
        script.Retire();
    }

    [Fact]
    public async Task A_script_without_await_and_one_with_a_Main_run_too()
    {
        foreach (var text in new[]
        {
            """AppContext.SetData("refrain-test-main", args[0]);""",
            """class Program { static int Main(string[] args) { AppContext.SetData("refrain-test-main", args[0]); return 0; } }""",
            """class Program { static async Task Main(string[] args) { await Task.Yield(); AppContext.SetData("refrain-test-main", args[0]); } }""",
        })
        {
            AppContext.SetData("refrain-test-main", null);
            var script = LoadedScript.Load("app", (await CompileAsync(text)).Image!);

            Assert.True(await script.TryRunAsync(["given"]));

            Assert.Equal("given", AppContext.GetData("refrain-test-main"));
            script.Retire();
        }
    }

    [Fact]
    public async Task An_error_names_file_line_and_column_and_shows_the_line()
    {
        var compiled = await CompileAsync("""
            Ui.Title("Hello");
            Ui.Tilte("Hello");
            """);

        Assert.Null(compiled.Image);
        var error = Assert.Single(compiled.Errors);
        Assert.Equal(
            new ScriptDiagnostic("app.cs", 2, 4, "CS0117", "'Ui' does not contain a definition for 'Tilte'", """Ui.Tilte("Hello");""") { Path = _folder["app.cs"] },
            error);
        Assert.Equal("app.cs(2,4): error CS0117: 'Ui' does not contain a definition for 'Tilte'", error.ToString());
    }

    [Fact]
    public async Task What_the_weaver_refuses_is_an_error_at_its_place()
    {
        var compiled = await CompileAsync("""
            Ui.Write(Load(out var x));

            [CacheData]
            static int Load(out int x) => x = 1;
            """);

        var error = Assert.Single(compiled.Errors);
        Assert.Null(compiled.Image);
        Assert.StartsWith("RFN", error.Id, StringComparison.Ordinal);
        Assert.Contains("Load", error.Message, StringComparison.Ordinal);
        Assert.Equal("app.cs", error.File);
    }

    [Fact]
    public async Task What_an_analyzer_refuses_is_an_error_at_its_place()
    {
        var compiled = await CompileAsync("""
            Ui.Title("x");

            abstract class Source
            {
                [CacheData]
                public abstract int Load();
            }
            """);

        Assert.Null(compiled.Image);
        Assert.Equal(("RFN0017", 6), Assert.Single(compiled.Errors) is var error ? (error.Id, error.Line) : default);
    }

    [Fact]
    public async Task Lines_that_a_file_based_program_opens_with_are_followed_or_harmless()
    {
        var compiled = await CompileAsync("""
            #!/usr/bin/env dotnet
            #:package Refrain@0.1.0
            #:sdk Microsoft.NET.Sdk.Web
            #:property PublishAot=false
            Ui.Write(WebApplication.CreateBuilder().Environment.ApplicationName);
            """);

        Assert.Empty(compiled.Errors);
    }

    [Fact]
    public async Task A_package_without_a_version_is_an_error_that_says_how_to_write_it()
    {
        var compiled = await CompileAsync("#:package Npgsql\nUi.Title(\"x\");\n");

        Assert.Equal(
            new ScriptDiagnostic("app.cs", 1, 1, "RFN0610", "'#:package Npgsql' has no version. Write it as '#:package Npgsql@1.2.3'.", "#:package Npgsql") { Path = _folder["app.cs"] },
            Assert.Single(compiled.Errors));
    }

    [Fact]
    public async Task A_package_is_restored_compiled_against_and_loaded()
    {
        var compiled = await CompileAsync("""
            #:package FsCheck@3.6.0
            AppContext.SetData("refrain-test-package", FsCheck.Fluent.Gen.Constant(42).GetType().Assembly.GetName().Name);
            """);
        Assert.Empty(compiled.Errors);
        var script = LoadedScript.Load("app", compiled.Image!);

        Assert.True(await script.TryRunAsync([]));

        Assert.Equal("FsCheck", AppContext.GetData("refrain-test-package"));
        script.Retire();
    }

    [Fact]
    public async Task A_package_that_is_not_to_be_had_is_an_error_with_the_reason()
    {
        Directory.CreateDirectory(_folder["feed"]);
        _folder.Write("nuget.config", """<configuration><packageSources><clear /><add key="nothing" value="feed" /></packageSources></configuration>""");

        var compiled = await CompileAsync("#:package Refrain.No.Such.Package@1.0.0\nUi.Title(\"x\");\n");

        Assert.Equal(
            "app.cs(1,1): error RFN0612: The script's packages could not be restored: NU1101: Unable to find package Refrain.No.Such.Package. " +
            "No packages exist with this id in source(s): nothing",
            Assert.Single(compiled.Errors).ToString());
    }

    [Fact]
    public async Task A_line_that_cannot_be_followed_in_process_says_so()
    {
        var compiled = await CompileAsync("#:other thing\nUi.Title(\"x\");\n");

        Assert.Equal(
            "app.cs(1,1): error RFN0611: '#:other thing' cannot be used under 'refrain run', which knows #:package, #:project, #:property and #:sdk " +
            "(Microsoft.NET.Sdk, Microsoft.NET.Sdk.Web). Run the script by 'dotnet run' instead.",
            Assert.Single(compiled.Errors).ToString());
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_named()
    {
        var compiled = await CompileAsync("#:project ../lib\nUi.Title(\"x\");\n");

        Assert.Equal(
            "app.cs(1,1): error RFN0615: '#:project ../lib' names no project: there is no such file, or no .csproj in such a folder. " +
            "The path is meant from the script's folder.",
            Assert.Single(compiled.Errors).ToString());
    }

    private Task<CompiledScript> CompileAsync(string text)
    {
        var path = _folder["app.cs"];
        return new ScriptCompiler("app", new ScriptPackages(_folder.Path, _folder["packages"])).CompileAsync(new ScriptSources([new SourceFile(path, text)]));
    }
}
