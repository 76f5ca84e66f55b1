using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Scripts;
using Refrain.Scripts.Projects;

namespace Refrain.Server.Tests.Scripts;

/// <summary>A project whose program is a page is compiled as its build says, and exchanged as a script is.</summary>
[Trait("row", "A3")]
public sealed class LiveProjectTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _fetched = [];

    /// <remarks>One process for each build, and no list of vulnerable packages, which every restore would fetch anew.</remarks>
    public LiveProjectTests() => _folder.Write("Directory.Build.rsp", "-maxCpuCount:1 -p:NuGetAudit=false");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_sources_are_watched_wherever_its_build_finds_them_and_the_build_is_asked_again_only_when_that_may_have_changed()
    {
        WriteProject();
        await using var script = Open("Tell(Words.Hello); static void Tell(string said) => AppContext.SetData(\"refrain-project-1\", said);");
        Directory.CreateDirectory(_folder["app/deep"]);
        Write("deep/Words.cs", """static class Words { public const string Hello = "hello"; }""");
        Assert.Equal("hello", await SaidAsync(script, 1));
        Assert.Equal(["Reading app.csproj"], _fetched);

        await SaveAsync(script, () => Write("deep/Words.cs", """static class Words { public const string Hello = "good day"; }"""));
        Assert.Equal("good day", await SaidAsync(script, 1));
        Assert.Single(_fetched);

        var missing = await BreakAsync(script, "CS0103", () => Write("deep/Words.cs", "static partial class Words\n{\n    public static string Hello => Name;\n}\n"));
        Assert.Equal(
            new ScriptDiagnostic("Words.cs", 3, 35, "CS0103", "The name 'Name' does not exist in the current context", "    public static string Hello => Name;") { Path = _folder["app/deep/Words.cs"] },
            missing);
        Assert.Equal("good day", await SaidAsync(script, 1));
        Assert.Single(_fetched);

        await SaveAsync(script, () => Write("Names.cs", """static partial class Words { public const string Name = "Ada"; }"""));
        Assert.Equal("Ada", await SaidAsync(script, 1));
        Assert.Equal(2, _fetched.Count);

        await BreakAsync(script, "CS0103", () => File.Delete(_folder["app/Names.cs"]));
        Assert.Equal("Ada", await SaidAsync(script, 1));

        await using var nextStart = Open("Tell(\"anew\"); static void Tell(string said) => AppContext.SetData(\"refrain-project-1\", said);");
        Write("deep/Words.cs", "");
        Assert.Equal("anew", await SaidAsync(nextStart, 1));
        Assert.Equal(3, _fetched.Count);
    }

    [Fact]
    public async Task What_its_file_says_to_the_compiler_is_followed()
    {
        WriteProject(
            """
            <DefineConstants>$(DefineConstants);MINE</DefineConstants><AssemblyName>Mine</AssemblyName><RootNamespace>Of.Mine</RootNamespace>
            """,
            """
            <Using Include="System.Text.RegularExpressions" /><Using Include="System.Math" Static="true" /><EmbeddedResource Include="note.txt" />
            <None Include="beside.txt" CopyToOutputDirectory="PreserveNewest" /><ProjectReference Include="../lib/lib.csproj" /><Compile Include="../shared/*.cs" />
            """);
        Directory.CreateDirectory(_folder["lib"]);
        Directory.CreateDirectory(_folder["shared"]);
        _folder.Write("lib/lib.csproj", Library);
        _folder.Write("lib/Lib.cs", """namespace Lib; public static class Of { public static string Lib => "lib"; }""");
        _folder.Write("shared/Shared.cs", """static class Shared { public const string Word = "shared"; }""");
        Write("beside.txt", "beside");
        Write("note.txt", "noted");
        var output = "";
        await using var script = Open(
            """
            #if MINE
            var note = new StreamReader(typeof(Found).Assembly.GetManifestResourceStream("Of.Mine.note.txt")!).ReadToEnd();
            AppContext.SetData("refrain-project-2", $"{typeof(Found).Assembly.GetName().Name} {Abs(-2)} {Found.Digits().Match("a17").Value} {note} {Lib.Of.Lib} {Shared.Word}");
            #endif
            static partial class Found
            {
                [GeneratedRegex("[0-9]+")]
                internal static partial Regex Digits();
            }
            """,
            folder => output = folder);

        Assert.Equal("Mine 2 17 noted lib shared", await SaidAsync(script, 2));
        Assert.Equal(_folder["app/bin/Debug/net10.0/"], output);
        Assert.Equal("beside", await File.ReadAllTextAsync(Path.Combine(output, "beside.txt")));

        await SaveAsync(script, () => Write("note.txt", "changed"));
        Assert.Equal("Mine 2 17 changed lib shared", await SaidAsync(script, 2));

        await SaveAsync(script, () => _folder.Write("shared/Shared.cs", """static class Shared { public const string Word = "linked"; }"""));
        Assert.Equal("Mine 2 17 changed lib linked", await SaidAsync(script, 2));

        await SaveAsync(script, () => _folder.Write("lib/Lib.cs", """namespace Lib; public static class Of { public static string Lib => "library"; }"""));
        Assert.Equal("Mine 2 17 changed library linked", await SaidAsync(script, 2));
    }

    [Fact]
    public async Task What_is_wrong_with_the_project_is_told_until_it_is_mended()
    {
        WriteProject("<OutputType>Library</OutputType>");
        await using var script = Open("""AppContext.SetData("refrain-project-3", "well");""");
        Assert.Equal(
            "app.csproj: error RFN0652: The project is a library, and a page is a program: say <OutputType>Exe</OutputType> in its <PropertyGroup>.",
            Assert.Single((await script.GetAsync()).Errors).ToString());
        await ToldAsync(
            "RFN0651: The project does not refer to Refrain: run 'dotnet add package Refrain' in its folder. A program without pages is run by 'dotnet run'.",
            Project("", "").Replace("Refrain.Server", "No.Such.Assembly", StringComparison.Ordinal));
        _folder.Write("app/nuget.config", """<configuration><packageSources><clear /></packageSources></configuration>""");
        await ToldAsync(
            "RFN0650: The project could not be restored and read: NU1100: Unable to resolve 'Refrain.No.Such.Package (>= 1.0.0)' for 'net10.0'.",
            Project("", """<PackageReference Include="Refrain.No.Such.Package" Version="1.0.0" />"""));
        await ToldAsync(
            "RFN0654: The project is a program of its own now, because it is made with Microsoft.NET.Sdk.Web. " +
            "Stop this, and start 'refrain run' again: it is then built and started by 'dotnet watch'.",
            Project("", "").Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", StringComparison.Ordinal));

        await SaveAsync(script, () => WriteProject());
        Assert.Equal("well", await SaidAsync(script, 3));

        async Task ToldAsync(string message, string project) =>
            Assert.Equal($"app.csproj: error {message}", (await BreakAsync(script, message[..7], () => _folder.Write("app/app.csproj", project))).ToString());
    }

    [Fact]
    public void A_generator_that_cannot_be_loaded_is_told()
    {
        var arguments = CSharpCommandLineParser.Default.Parse([$"/analyzer:{_folder.Write("broken.dll", "no assembly")}", "Program.cs"], _folder.Path, sdkDirectory: null);
        var generators = new ProjectGenerators(arguments, new EditorConfig([]));

        var (compilation, diagnostics) = generators.Run(CSharpCompilation.Create("app"), CSharpParseOptions.Default, CancellationToken.None);

        Assert.Empty(compilation.SyntaxTrees);
        Assert.Equal(
            "warning RFN0653: The source generators in broken.dll could not be loaded, so what they write is missing: PE image doesn't contain managed metadata.",
            Assert.Single(diagnostics).ToString());
    }

    private static string Library => """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    private static string Project(string properties, string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="Refrain.Server"><HintPath>{typeof(RefrainOptions).Assembly.Location}</HintPath></Reference>
            {items}
          </ItemGroup>
        </Project>
        """;

    /// <summary>Saves, and waits for the version that compiles.</summary>
    private static Task SaveAsync(LiveScript script, Action save) => SaveAsync(script, save, state => state.Errors.Count == 0);

    /// <summary>Saves, and waits for the error that this gives.</summary>
    private static async Task<ScriptDiagnostic> BreakAsync(LiveScript script, string id, Action save) =>
        Assert.Single((await SaveAsync(script, save, state => state.Errors.Any(error => error.Id == id))).Errors);

    private static async Task<ScriptState> SaveAsync(LiveScript script, Action save, Func<ScriptState, bool> wanted)
    {
        var changed = new TaskCompletionSource<ScriptState>(TaskCreationOptions.RunContinuationsAsynchronously);
        script.Changed += Hear;
        save();
        var state = await changed.Task.WaitAsync(Patience);
        script.Changed -= Hear;
        return state;

        void Hear(ScriptChange change)
        {
            if (wanted(change.State))
                changed.TrySetResult(change.State);
        }
    }

    private static async Task<object?> SaidAsync(LiveScript script, int number)
    {
        var state = await script.GetAsync();
        Assert.True(state.Script is not null, string.Join('\n', state.Errors));
        await script.RunAsync();
        return AppContext.GetData($"refrain-project-{number}");
    }

    private void WriteProject(string properties = "", string items = "")
    {
        Directory.CreateDirectory(_folder["app"]);
        _folder.Write("app/app.csproj", Project(properties, items));
    }

    private void Write(string name, string text) => _folder.Write("app/" + name, text);

    private LiveScript Open(string program, Action<string>? output = null)
    {
        Write("Program.cs", program);
        return new(
            new LiveScriptOptions { Path = _folder["app/app.csproj"], Watch = true, PackageCache = _folder["packages"], Fetching = _fetched.Add, Output = output },
            NullLogger.Instance);
    }
}
