using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Refrain.Caching.Functions;
using Refrain.Caching.Functions.Fingerprints;
using Refrain.Weaver;

namespace Refrain.Caching.Tests.Fingerprints;

/// <summary>C# source compiled and loaded as a save of a script would be: under a name of its own, in a context that can be unloaded.</summary>
internal sealed class CompiledCode : IDisposable
{
    private static readonly string[] PlatformPaths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "Microsoft.CSharp.dll" or "Refrain.Caching.dll")
        .ToArray();

    private static readonly MetadataReference[] Platform = Array.ConvertAll(PlatformPaths, path => (MetadataReference)MetadataReference.CreateFromFile(path));

    private static readonly ConcurrentDictionary<(string Source, OptimizationLevel, string Path), byte[]> Images = [];

    private static int _count;

    private readonly AssemblyLoadContext _context;

    private CompiledCode(AssemblyLoadContext context, Assembly assembly) => (_context, Assembly) = (context, assembly);

    internal Assembly Assembly { get; }

    /// <summary>Compiles and loads a script, or a library if it has no top-level statements.</summary>
    internal static CompiledCode Load(string source, OptimizationLevel optimization = OptimizationLevel.Debug, string path = "app.cs")
    {
        var image = Images.GetOrAdd((source, optimization, path), static x => Emit($"app-{Interlocked.Increment(ref _count)}", x.Source, x.Item2, x.Path));
        var context = new AssemblyLoadContext("app", isCollectible: true);
        return new(context, context.LoadFromStream(new MemoryStream(image)));
    }

    /// <summary>Loads a program over a library: two projects of one user.</summary>
    internal static CompiledCode Load(string library, string source)
    {
        var image = Emit("Lib", library, OptimizationLevel.Debug, "lib.cs");
        var context = new AssemblyLoadContext("app", isCollectible: true);
        context.LoadFromStream(new MemoryStream(image));
        return new(context, context.LoadFromStream(new MemoryStream(Emit("app", source, OptimizationLevel.Debug, "app.cs", MetadataReference.CreateFromImage(image)))));
    }

    /// <summary>Compiles, weaves and loads a script.</summary>
    internal static CompiledCode LoadWoven(string source, OptimizationLevel optimization)
    {
        var image = Emit("woven", source, optimization, "app.cs");
        var woven = AssemblyWeaver.Weave(new(new MemoryStream(image)) { ReferencePaths = PlatformPaths });
        Assert.Empty(woven.Diagnostics);
        Assert.True(woven.Changed);
        var context = new AssemblyLoadContext("woven", isCollectible: true);
        return new(context, context.LoadFromStream(new MemoryStream(woven.Assembly)));
    }

    internal static byte[] Emit(string name, string source, OptimizationLevel optimization, string path, params MetadataReference[] more)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new(LanguageVersion.Latest), path);
        var isScript = tree.GetCompilationUnitRoot().Members.Any(m => m.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.GlobalStatement));
        var compilation = CSharpCompilation.Create(name, [tree], [.. Platform, .. more], new(
            isScript ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: optimization,
            allowUnsafe: true,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable));
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }

    /// <summary>The method a user would call by this name, in whatever form the compiler made of it.</summary>
    internal MethodBase Method(string name) =>
        Assert.Single(Methods(), m => m.Name == name || MadeName.Parse(m.Name) is { Kind: 'g' } && MadeName.OfMethod(m.Name) == name);

    /// <summary>The method the weaver moved a cached function's body to.</summary>
    internal MethodBase Body(string name) => Assert.Single(Methods(), m => MadeName.Parse(m.Name) is { Kind: 'k' } && MadeName.OfMethod(m.Name) == name);

    private IEnumerable<MethodInfo> Methods() => Assembly.GetTypes().SelectMany(t =>
        t.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static));

    internal CodeFingerprint Fingerprint(string name) => CodeFingerprint.Of(Method(name));

    public void Dispose() => _context.Unload();
}
