using Microsoft.CodeAnalysis;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Scripts;

/// <summary>A script's own entry point moves aside, and a new one starts the server on it.</summary>
public class ScriptEntryPointTests
{
    /// <summary>Stands in the server's place: it tells what the entry point hands over.</summary>
    private const string Server = """
        namespace Refrain.CompilerServices
        {
            public static class ScriptProgram
            {
                public static int Run(string[] args, RuntimeMethodHandle entryPoint, string scriptPath)
                {
                    var script = System.Reflection.MethodBase.GetMethodFromHandle(entryPoint)!;
                    Last = $"{script.Name} {((System.Reflection.MethodInfo)script).ReturnType.Name} {scriptPath} {string.Join(',', args)}";
                    return 7;
                }

                public static string? Last;
            }
        }
        """;

    [Theory]
    [InlineData("Console.WriteLine(1);", "<Main>$ Void")]
    [InlineData("await Task.Yield();", "<Main>$ Task")]
    [InlineData("await Task.Yield(); return 3;", "<Main>$ Task`1")]
    [InlineData("Console.WriteLine(F()); [CacheData] static int F() => 1;", "<Main>$ Void")]
    [InlineData("class P { static async Task Main() => await Task.Yield(); }", "Main Task")]
    public void A_program_is_handed_to_the_server(string source, string entryPoint)
    {
        using var server = ServerAssembly.Create();
        foreach (var mode in new[] { ScriptMode.Always, ScriptMode.WhenPlainScript })
        {
            using var program = new WovenProgram(Weave(source, mode, server));
            var loaded = program.Load(server.Woven);
            Assert.Equal(7, program.Assembly.EntryPoint!.Invoke(null, [new[] { "--port", "1" }]));
            var last = loaded.GetType("Refrain.CompilerServices.ScriptProgram")!.GetField("Last")!.GetValue(null);
            Assert.Equal($"{entryPoint} {SourceProgram.Path} --port,1", last);
        }
    }

    [Theory]
    [InlineData("Console.WriteLine(1);", true)]
    [InlineData("await Task.Yield();", true)]
    [InlineData("Microsoft.AspNetCore.Builder.WebApplication.Create();", false)]
    [InlineData("await Task.Yield(); Microsoft.AspNetCore.Builder.WebApplication.Create();", false)]
    [InlineData("Pages.MapRefrain();", false)]
    public void Only_a_plain_script_becomes_a_page_by_itself(string statements, bool expected)
    {
        const string Types = """
            static class Pages { public static void MapRefrain() { } }
            namespace Microsoft.AspNetCore.Builder { static class WebApplication { public static void Create() { } } }
            """;
        using var server = ServerAssembly.Create();
        Assert.Equal(expected, Weave(statements + Types, ScriptMode.WhenPlainScript, server).Changed);
    }

    [Theory]
    [InlineData("Console.WriteLine(1);")]
    [InlineData("Console.WriteLine(F()); [CacheData] static int F() => 1;")]
    public void A_page_that_is_woven_again_stays_as_it_is(string source)
    {
        using var server = ServerAssembly.Create();
        var woven = Weave(source, ScriptMode.Always, server);
        var again = AssemblyWeaver.Weave(new WeaveRequest(new MemoryStream(woven.Assembly), new MemoryStream(woven.Symbols!))
        {
            ReferencePaths = [.. SourceProgram.ReferencePaths, server.Path],
            Script = ScriptMode.Always,
        });
        Assert.False(again.Changed);
        Assert.Empty(again.Diagnostics);
    }

    [Fact]
    public void Without_the_server_a_program_stays_as_it_is() => Assert.False(Weave("Console.WriteLine(1);", ScriptMode.WhenPlainScript).Changed);

    [Fact]
    public void A_library_stays_as_it_is()
    {
        using var server = ServerAssembly.Create();
        Assert.False(Weave("class C;", ScriptMode.WhenPlainScript, server, OutputKind.DynamicallyLinkedLibrary).Changed);
    }

    [Fact]
    public void A_page_without_the_server_is_refused() =>
        Assert.Equal(
            "error RFN0031: 'Sales' cannot become a page: it does not reference Refrain's server. Add '#:package Refrain' to the file, " +
            "a PackageReference to the project, or set RefrainScript to false.",
            Assert.Single(Weave("Console.WriteLine(1);", ScriptMode.Always).Diagnostics).ToString());

    [Fact]
    public void A_page_of_a_library_is_refused()
    {
        using var server = ServerAssembly.Create();
        Assert.Equal(
            "error RFN0032: 'Sales' cannot become a page: it is a library and has nothing to run. Give it top-level statements " +
            "and OutputType Exe, or set RefrainScript to false.",
            Assert.Single(Weave("class C;", ScriptMode.Always, server, OutputKind.DynamicallyLinkedLibrary).Diagnostics).ToString());
    }

    private static WeaveResult Weave(
        string source, ScriptMode mode, ServerAssembly? server = null, OutputKind kind = OutputKind.ConsoleApplication)
    {
        var (assembly, symbols) = new SourceProgram(source) { Name = "Sales", Kind = kind }.Compile();
        return AssemblyWeaver.Weave(new WeaveRequest(new MemoryStream(assembly), new MemoryStream(symbols!))
        {
            ReferencePaths = [.. SourceProgram.ReferencePaths, .. server is null ? [] : new[] { server.Path }],
            Script = mode,
        });
    }

    /// <summary>An assembly by the server's name, on disk, where references are.</summary>
    private sealed class ServerAssembly : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("refrain-server");

        internal string Path => System.IO.Path.Combine(_folder.FullName, "Refrain.Server.dll");

        internal WeaveResult Woven { get; private init; } = null!;

        internal static ServerAssembly Create()
        {
            var (assembly, _) = new SourceProgram(Server) { Name = "Refrain.Server" }.Compile();
            var server = new ServerAssembly { Woven = new WeaveResult(true, [], assembly, null) };
            File.WriteAllBytes(server.Path, assembly);
            return server;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
