using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Reading;

/// <summary>Symbols stay right: a stack trace shows the user's lines and none of the machinery in between.</summary>
public class SymbolTests
{
    private const string Source = """
        public static class Test
        {
            [CacheData]
            static int Parse(string text)
            {
                var trimmed = text.Trim();
                return int.Parse(trimmed);
            }

            [CacheData]
            static async Task<int> ParseLater(string text)
            {
                await Task.Yield();
                return int.Parse(text);
            }

            public static int Go()
            {
                return Parse("x");
            }

            public static async Task<int> GoLater()
            {
                return await ParseLater("x");
            }

            public static int GoLocal()
            {
                return Local("x");

                [CacheData]
                static int Local(string text)
                {
                    return text switch
                    {
                        "y" => 1,
                        _ => throw new FormatException(),
                    };
                }
            }
        }
        """;

    [Theory]
    [InlineData(DebugInformationFormat.PortablePdb)]
    [InlineData(DebugInformationFormat.Embedded)]
    public void A_stack_trace_shows_the_lines_of_the_body_and_of_the_call(DebugInformationFormat format)
    {
        using var program = new WovenProgram(new SourceProgram(Source) { Symbols = format });
        var error = Assert.Throws<FormatException>(() => program.Call("Go"));
        Assert.Equal(["<Parse>k__Body:7", "Go:19"], UserFrames(error));
    }

    [Fact]
    public async Task A_stack_trace_of_an_async_function_shows_its_name_and_lines()
    {
        using var program = WovenProgram.Of(Source);
        var error = await Assert.ThrowsAsync<FormatException>(() => program.Call<Task<int>>("GoLater"));
        Assert.Equal(["ParseLater:14", "GoLater:24"], UserFrames(error));
    }

    [Fact]
    public void A_stack_trace_shows_the_lines_of_a_local_function()
    {
        using var program = WovenProgram.Of(Source);
        var error = Assert.Throws<FormatException>(() => program.Call("GoLocal"));
        Assert.Equal(["<<GoLocal>g__Local|4_0>k__Body:37", "GoLocal:29"], UserFrames(error));
    }

    [Fact]
    public void Without_symbols_the_code_is_woven_all_the_same()
    {
        var (assembly, _) = new SourceProgram(Source).Compile();
        var woven = SourceProgram.Weave(assembly, symbols: null);
        Assert.Null(woven.Symbols);
        using var program = new WovenProgram(woven);
        Assert.Throws<FormatException>(() => program.Call("Go"));
    }

    [Fact]
    public void The_names_of_locals_stay_with_the_body()
    {
        var woven = new SourceProgram(Source).Weave();
        using var provider = System.Reflection.Metadata.MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(woven.Symbols!));
        var reader = provider.GetMetadataReader();
        Assert.Contains("trimmed", reader.LocalVariables.Select(v => reader.GetString(reader.GetLocalVariable(v).Name)));
        Assert.Contains(SourceProgram.Path, reader.Documents.Select(d => reader.GetString(reader.GetDocument(d).Name)));
    }

    [Fact]
    public void What_tools_put_into_symbols_stays_in_them()
    {
        var sourceLink = Guid.Parse("CC110556-A091-4D38-9FEC-25AB9A351A6A");
        var embeddedSource = Guid.Parse("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
        var woven = new SourceProgram(Source) { SourceLink = """{"documents":{}}""" }.Weave();
        using var provider = System.Reflection.Metadata.MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(woven.Symbols!));
        var reader = provider.GetMetadataReader();
        var kinds = reader.CustomDebugInformation.Select(h => reader.GetGuid(reader.GetCustomDebugInformation(h).Kind)).ToList();
        Assert.Contains(sourceLink, kinds);
        Assert.Contains(embeddedSource, kinds);
    }

    [Fact]
    public void Weaving_twice_changes_nothing()
    {
        var woven = new SourceProgram(Source).Weave();
        var again = SourceProgram.Weave(woven.Assembly, woven.Symbols);
        Assert.False(again.Changed);
        Assert.Empty(again.Diagnostics);
    }

    [Theory]
    [InlineData(DebugInformationFormat.PortablePdb)]
    [InlineData(DebugInformationFormat.Embedded)]
    public void The_same_input_gives_the_same_output(DebugInformationFormat format)
    {
        var (assembly, symbols) = new SourceProgram(Source) { Symbols = format, Optimization = OptimizationLevel.Release }.Compile();
        var first = SourceProgram.Weave(assembly, symbols);
        var second = SourceProgram.Weave(assembly, symbols);
        Assert.Equal(first.Assembly, second.Assembly);
        Assert.Equal(first.Symbols, second.Symbols);
    }

    [Fact]
    public void Symbols_of_another_build_are_refused()
    {
        var woven = new SourceProgram(Source) { Name = "Sales" }.Weave();
        var (assembly, _) = new SourceProgram(Source) { Name = "Sales" }.Compile();
        Assert.Equal(
            "error RFN0033: The symbols beside the assembly are those of another build of it, perhaps of one that was interrupted. Build it anew.",
            Assert.Single(SourceProgram.Weave(assembly, woven.Symbols).Diagnostics).ToString());
    }

    [Fact]
    public void Symbols_in_the_format_of_Windows_are_refused()
    {
        var (assembly, _) = new SourceProgram(Source).Compile();
        Assert.Equal(
            "error RFN0034: The symbols beside the assembly are in the format of Windows, which the weaver does not write. " +
            "Set DebugType to portable or embedded.",
            Assert.Single(SourceProgram.Weave(assembly, "Microsoft C/C++ MSF 7.00"u8.ToArray()).Diagnostics).ToString());
    }

    [Fact]
    public void A_symbol_file_of_an_earlier_build_is_left_alone_when_symbols_are_embedded()
    {
        var (assembly, _) = new SourceProgram(Source) { Symbols = DebugInformationFormat.Embedded }.Compile();
        var woven = SourceProgram.Weave(assembly, new SourceProgram(Source).Compile().Symbols);
        Assert.True(woven.Changed);
        Assert.Null(woven.Symbols);
        using var program = new WovenProgram(woven);
        Assert.Equal(["<Parse>k__Body:7", "Go:19"], UserFrames(Assert.Throws<FormatException>(() => program.Call("Go"))));
    }

    [Fact]
    public void The_body_keeps_a_frame_of_its_own()
    {
        using var program = WovenProgram.Of("""
            public static class Test
            {
                [CacheData, System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
                public static int F() => 1;
            }
            """);
        var body = program.Type("Test").GetMethod("<F>k__Body", BindingFlags.NonPublic | BindingFlags.Static)!;
        Assert.Equal(MethodImplAttributes.NoInlining, body.MethodImplementationFlags);
    }

    [Fact]
    public void A_program_without_cached_functions_is_left_alone() =>
        Assert.False(new SourceProgram("public static class Test { public static int F(string a) => 1; }").Weave().Changed);

    [Fact]
    public void A_file_is_woven_in_place_with_the_symbols_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("refrain-weaver");
        try
        {
            var (assembly, symbols) = new SourceProgram(Source).Compile();
            var path = Path.Combine(folder.FullName, "App.dll");
            File.WriteAllBytes(path, assembly);
            File.WriteAllBytes(Path.ChangeExtension(path, ".pdb"), symbols!);
            Assert.True(AssemblyWeaver.WeaveFile(path, SourceProgram.ReferencePaths).Changed);
            Assert.NotEqual(assembly, File.ReadAllBytes(path));
            Assert.NotEqual(symbols, File.ReadAllBytes(Path.ChangeExtension(path, ".pdb")));
            Assert.False(AssemblyWeaver.WeaveFile(path, SourceProgram.ReferencePaths).Changed);
            Assert.Equal(["App.dll", "App.pdb"], folder.GetFiles().Select(f => f.Name).Order());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The frames in the user's file, as <c>Method:line</c>, in the text that the runtime prints.</summary>
    private static IEnumerable<string> UserFrames(Exception error)
    {
        foreach (var line in error.StackTrace!.Split('\n').Where(l => l.Contains(SourceProgram.Path)))
        {
            var method = line.Trim()["at Test.".Length..].Split(['(', '['])[0];
            yield return method + ":" + line.Trim().Split(":line ")[1];
        }

        Assert.DoesNotContain("k__Cached", error.StackTrace);
    }
}
