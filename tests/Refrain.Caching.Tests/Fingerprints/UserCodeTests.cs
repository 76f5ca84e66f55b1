using System.Reflection.Emit;
using System.Text;
using Refrain.Caching.Functions.Fingerprints;

namespace Refrain.Caching.Tests.Fingerprints;

public class UserCodeTests
{
    [Theory]
    [InlineData(typeof(object), "Runtime")]
    [InlineData(typeof(Enumerable), "Runtime")]
    [InlineData(typeof(System.Text.Json.JsonSerializer), "Runtime")]
    [InlineData(typeof(FactAttribute), "Library")] // a package
    [InlineData(typeof(CacheDataAttribute), "Library")] // this library itself
    [InlineData(typeof(UserCodeTests), "User")] // a project
    public void An_assembly_is_the_runtimes_a_packages_or_the_users(Type type, string origin) =>
        Assert.Equal(origin, UserCode.Default.OriginOf(type.Assembly).ToString());

    [Fact]
    public void A_compiled_script_is_the_users()
    {
        using var code = CompiledCode.Load("System.Console.WriteLine();");
        Assert.True(UserCode.Default.Includes(code.Assembly));
    }

    [Fact]
    public void Code_made_at_run_time_is_not_followed() =>
        Assert.False(UserCode.Default.Includes(AssemblyBuilder.DefineDynamicAssembly(new("made"), AssemblyBuilderAccess.RunAndCollect)));

    [Fact]
    public void An_assembly_from_an_unpacked_package_is_not_the_users()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var lib = Directory.CreateDirectory(Path.Combine(folder.FullName, "some.package", "1.0.0", "lib", "net10.0"));
            File.WriteAllText(Path.Combine(folder.FullName, "some.package", "1.0.0", ".nupkg.metadata"), "{}");
            var image = CompiledCode.Emit("Some.Package", "public class Thing;", Microsoft.CodeAnalysis.OptimizationLevel.Release, "thing.cs");
            var path = Path.Combine(lib.FullName, "Some.Package.dll");
            File.WriteAllBytes(path, image);
            var context = new System.Runtime.Loader.AssemblyLoadContext("package", isCollectible: true);
            Assert.Equal(Origin.Library, UserCode.Default.OriginOf(context.LoadFromAssemblyPath(path)));
            context.Unload();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_list_of_dependencies_tells_projects_from_packages()
    {
        const string json = """
            {
              "targets": { ".NETCoreApp,Version=v10.0": {
                "App/1.0.0": { "runtime": { "App.dll": {} } },
                "Thing/2.0.0": { "runtime": { "lib/net10.0/Thing.Core.dll": {} } } } },
              "libraries": { "App/1.0.0": { "type": "project" }, "Thing/2.0.0": { "type": "package" } }
            }
            """;
        var listed = new Dictionary<string, bool>();
        DependencyList.Read(Encoding.UTF8.GetBytes(json), listed);
        Assert.Equal(new Dictionary<string, bool> { ["App"] = true, ["Thing"] = false, ["Thing.Core"] = false }, listed);
    }
}
