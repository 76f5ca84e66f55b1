using Microsoft.CodeAnalysis;

namespace Refrain.Caching.Tests.Fingerprints;

public class OtherProcessTests
{
    private const string Code = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        static class App
        {
            static readonly Dictionary<string, int> Table = new() { ["a"] = 1, ["b"] = 2 };
            static object Load(IEnumerable<IShape> shapes) => new { Sum = shapes.Sum(s => s.Area()) + Table.Count, Kind = Kind.Large };
        }
        enum Kind { Small, Large }
        interface IShape { double Area(); }
        record Circle(double Radius) : IShape { public double Area() => Radius; }
        record Square(double Side) : IShape { public double Area() => Side * Side; }
        """;

    private const string Child = """
        using System;
        using System.Linq;
        using System.Reflection;
        const BindingFlags all = BindingFlags.Static | BindingFlags.NonPublic;
        var load = Assembly.LoadFrom(args[0]).GetType("App").GetMethod("Load", all);
        var of = Assembly.Load("Refrain.Caching").GetType("Refrain.Caching.Functions.CodeFingerprint").GetMethods(all).Single(m => m.Name == "Of" && m.GetParameters().Length == 1);
        Console.Write(of.Invoke(null, [load]).GetType().GetProperty("Digest").GetValue(of.Invoke(null, [load])));
        """;

    [Fact]
    public async Task A_fingerprint_is_the_same_in_another_process()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var app = Path.Combine(folder.FullName, "app.dll");
            await File.WriteAllBytesAsync(app, CompiledCode.Emit("app", Code, OptimizationLevel.Debug, "app.cs"));
            var output = await ChildProgram.RunAsync(Child, app);
            using var here = CompiledCode.Load(Code);
            Assert.Equal(here.Fingerprint("Load").Digest, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
