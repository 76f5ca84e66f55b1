using Refrain.Scripts;
using Refrain.Scripts.Compiling;
using Refrain.Scripts.Sources;

namespace Refrain.Server.Tests.Scripts;

/// <summary>What lines <c>#:property Name=Value</c> do under <c>refrain run</c>.</summary>
public sealed class ScriptPropertiesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Nullable=disable", "string text = null; Console.Write(text.Length);", "")]
    [InlineData("Nullable=enable", "string text = null; Console.Write(text.Length);", "CS8600 CS8602")]
    [InlineData("LangVersion=11", "int[] numbers = [1]; Console.Write(numbers);", "CS9058")]
    [InlineData("LangVersion=latest", "int[] numbers = [1]; Console.Write(numbers);", "")]
    [InlineData("DefineConstants=MINE;$(DefineConstants)", "#if MINE && DEBUG\n#error mine\n#endif\nUi.Stop();", "CS1029")]
    [InlineData("definecONSTANTS=OTHER", "#if MINE\n#error mine\n#endif\nUi.Stop();", "")]
    [InlineData("ImplicitUsings=disable", "Ui.Title(\"x\"); Console.Write(1);", "CS0103")]
    [InlineData("ImplicitUsings=enable", "Ui.Title(\"x\"); Console.Write(1);", "")]
    [InlineData("AllowUnsafeBlocks=false", "unsafe { }", "CS0227")]
    [InlineData("AllowUnsafeBlocks=true", "unsafe { }", "")]
    [InlineData("TreatWarningsAsErrors=true", "int unused;", "CS0168")]
    [InlineData("WarningsAsErrors=CS0168", "int unused;", "CS0168")]
    [InlineData("NoWarn=168", "int unused;", "")]
    public async Task A_property_that_the_compiler_reads_is_followed(string property, string script, string expected)
    {
        var compiled = await CompileAsync($"#:property {property}\n{script}");

        Assert.Equal(expected, string.Join(' ', compiled.Errors.Concat(compiled.Warnings).Select(found => found.Id)));
    }

    [Fact]
    public async Task Overflow_is_checked_and_code_optimized_as_the_script_says()
    {
        const string Script = "var sum = int.MaxValue; sum += args.Length; Console.Write(sum);";

        // add, add.ovf; a debug build keeps nop at the braces of a block
        Assert.NotEqual(await SizeAsync(Script), await SizeAsync("#:property CheckForOverflowUnderflow=true\n" + Script));
        Assert.NotEqual(await SizeAsync("{ }" + Script), await SizeAsync("#:property Optimize=true\n{ }" + Script));

        async Task<string> SizeAsync(string text) => Convert.ToHexString(
            System.Reflection.Assembly.Load((await CompileAsync(text)).Image!.Assembly).EntryPoint!.GetMethodBody()!.GetILAsByteArray()!);
    }

    [Theory]
    [InlineData("InvariantGlobalization=true")]
    [InlineData("ServerGarbageCollection=true")]
    [InlineData("TargetFramework=net9.0")]
    public async Task A_property_without_effect_here_is_named_and_the_script_runs(string property)
    {
        var compiled = await CompileAsync($"#:property PublishAot=false\n#:property {property}\nUi.Title(\"x\");");

        Assert.NotNull(compiled.Image);
        Assert.Equal(
            new ScriptDiagnostic(
                "app.cs",
                2,
                1,
                "RFN0617",
                $"'#:property {property}' has no effect under 'refrain run', which compiles the script itself and runs it in its own process. It holds under 'dotnet run'.",
                $"#:property {property}")
            { Path = _folder["app.cs"] },
            Assert.Single(compiled.Warnings));
    }

    [Theory]
    [InlineData("PublishTrimmed=false")]
    [InlineData("PackAsTool=false")]
    [InlineData("RootNamespace=Sales")]
    [InlineData("TargetFramework=net10.0")]
    public async Task A_property_on_which_no_page_depends_goes_without_a_word(string property) =>
        Assert.Empty((await CompileAsync($"#:property {property}\nUi.Title(\"x\");")).Warnings);

    [Theory]
    [InlineData("Nullable=maybe", "cannot be followed: the value of Nullable is enable, disable, warnings or annotations.")]
    [InlineData("LangVersion=99", "cannot be followed: the value of LangVersion is a version of C# such as 14, latest or preview.")]
    [InlineData("Optimize=much", "cannot be followed: the value of Optimize is true or false.")]
    [InlineData("DefineConstants=1st", "cannot be followed: the value of DefineConstants is names, separated by semicolons.")]
    [InlineData("Nullable", "has no value. Write it as '#:property Nullable=VALUE'.")]
    public async Task A_value_that_a_property_cannot_have_is_an_error_at_its_line(string property, string why)
    {
        var compiled = await CompileAsync($"#:property {property}\nUi.Title(\"x\");");

        Assert.Equal($"app.cs(1,1): error RFN0618: '#:property {property}' {why}", Assert.Single(compiled.Errors).ToString());
    }

    private Task<CompiledScript> CompileAsync(string text) =>
        new ScriptCompiler("app", new ScriptPackages(_folder.Path, _folder["packages"])).CompileAsync(new ScriptSources([new SourceFile(_folder["app.cs"], text)]));
}
