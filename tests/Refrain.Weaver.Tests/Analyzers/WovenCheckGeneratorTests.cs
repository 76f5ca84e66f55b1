using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;
using Refrain.Analyzers;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Analyzers;

/// <summary>An assembly with cached functions that did not pass through the weaver is refused when it is loaded.</summary>
public class WovenCheckGeneratorTests
{
    private const string Source = "public static class Test { [CacheResource] static int F() => 1; public static int Go() => F(); }";

    [Theory]
    [InlineData("class C { [CacheData] static int F() => 1; }", true)]
    [InlineData("class C { [CacheResource(Ttl = \"1h\")] int F() => 1; }", true)]
    [InlineData("class C { void G() { F(); [CacheData] static int F() => 1; } }", true)]
    [InlineData("class C { void G() { F(); [CacheDataAttribute] int F() => 1; } }", true)]
    [InlineData("class C { object G() { return [CacheData] (int a) => 1; } }", true)]
    [InlineData("class C { [Obsolete] static int F() => 1; }", false)]
    public void An_assembly_gets_the_check_if_it_has_a_cached_function(string source, bool expected)
    {
        var driver = CSharpGeneratorDriver.Create(new WovenCheckGenerator()).RunGenerators(new SourceProgram(source).Compilation());
        Assert.Equal(expected, driver.GetRunResult().GeneratedTrees.Length == 1);
    }

    [Fact]
    public void An_unwoven_assembly_is_refused()
    {
        var program = new SourceProgram(Source) { Name = "Sales", HasWovenCheck = true };
        var context = new AssemblyLoadContext("unwoven", isCollectible: true);
        var assembly = context.LoadFromStream(new MemoryStream(program.Compile().Assembly));
        Assert.Equal(
            "RFN0001: The assembly 'Sales' has cached functions, but was not woven, so none of them would be cached. " +
            "Reference the package Refrain.Caching (or Refrain) directly from its project, and remove <RefrainWeave>false</RefrainWeave> if it is set.",
            RefusalOf(assembly));
        context.Unload();
    }

    [Fact]
    public void An_assembly_woven_for_another_version_is_refused()
    {
        var program = new SourceProgram("[assembly: Refrain.CompilerServices.Woven(0)] " + Source) { Name = "Sales", HasWovenCheck = true };
        var context = new AssemblyLoadContext("unwoven", isCollectible: true);
        var assembly = context.LoadFromStream(new MemoryStream(program.Compile().Assembly));
        Assert.Equal(
            "RFN0002: The assembly 'Sales' was woven for version 0 of Refrain's contract, but this Refrain has version 1. " +
            "Use one version of the Refrain packages everywhere and rebuild it.",
            RefusalOf(assembly));
        context.Unload();
    }

    [Fact]
    public void A_woven_assembly_runs()
    {
        using var program = new WovenProgram(new SourceProgram(Source) { HasWovenCheck = true });
        Assert.Equal(1, program.Call("Go"));
    }

    private static string RefusalOf(Assembly assembly)
    {
        var error = Assert.Throws<TypeInitializationException>(() => RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle));
        return Assert.IsType<CacheException>(error.InnerException).Message;
    }
}
