using Microsoft.CodeAnalysis;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Weaving;

/// <summary>Whatever kind of function carries the attribute, and however it is called, the call goes through the cache.</summary>
public class FunctionKindsTests
{
    public static TheoryData<string, object?, string> Functions => new()
    {
        { "static method", 42, "[CacheData] public static int F(int a) => Probe.Run(a * 2); public static object Go() => F(21);" },
        { "private method", 42, "[CacheData] private static int F(int a) => Probe.Run(a * 2); public static object Go() => F(21);" },
        { "resource", "a", "[CacheResource] static string F() => Probe.Run(\"a\"); public static object Go() => F();" },
        { "void", 3, "static int _n; [CacheData] static void F(int a) => _n = Probe.Run(a); public static object Go() { F(3); return _n; }" },
        { "no value", null, "[CacheData] static string? F() => Probe.Run<string?>(null); public static object? Go() => F();" },
        { "static local function", 42, "public static object Go() { return F(21); [CacheData] static int F(int a) => Probe.Run(a * 2); }" },
        { "local function", 42, "public static object Go() { return F(21); [CacheData] int F(int a) => Probe.Run(a * 2); }" },
        {
            "generic local function in a generic method", "Int32-String",
            "public static object Go() => Outer<int>(); static string Outer<T>() { return F<string>(); " +
            "[CacheData] static string F<U>() => Probe.Run(typeof(T).Name + \"-\" + typeof(U).Name); }"
        },
        {
            "local function of an async method", 42,
            "public static object Go() => Outer().Result; static async Task<int> Outer() { await Task.Yield(); return F(21); " +
            "[CacheData] static int F(int a) => Probe.Run(a * 2); }"
        },
        { "lambda", 42, "public static object Go() { var f = [CacheData] (int a) => Probe.Run(a * 2); return f(21); }" },
        { "delegate", 42, "[CacheData] static int F(int a) => Probe.Run(a * 2); public static object Go() { Func<int, int> f = F; return f(21); }" },
        {
            "method group", "2,4",
            "[CacheData] static int F(int a) => Probe.Run(a * 2); public static object Go() => string.Join(',', new[] { 1, 2 }.Select(F));"
        },
        {
            "delegate of a local function", "2,4",
            "public static object Go() { return string.Join(',', new[] { 1, 2 }.Select(F)); [CacheData] int F(int a) => Probe.Run(a * 2); }"
        },
        { "function pointer", 42, "[CacheData] static int F(int a) => Probe.Run(a * 2); public static unsafe object Go() { delegate*<int, int> f = &F; return f(21); }" },
        { "reflection", 42, "[CacheData] public static int F(int a) => Probe.Run(a * 2); public static object? Go() => typeof(Test).GetMethod(\"F\")!.Invoke(null, [21]);" },
        { "expression tree", 42, "[CacheData] public static int F(int a) => Probe.Run(a * 2); public static object Go() { System.Linq.Expressions.Expression<Func<int>> e = () => F(21); return e.Compile()(); }" },
        { "recursion", 120, "[CacheData] static int F(int a) => Probe.Run(a < 2 ? 1 : a * F(a - 1)); public static object Go() => F(5);" },
        { "generic method", "a1", "[CacheData] static string F<T, U>(T a, U b) => Probe.Run($\"{a}{b}\"); public static object Go() => F(\"a\", 1);" },
        {
            "constrained generic method", 3,
            "[CacheData] static int F<T>(T a) where T : class, ICollection<int>, new() => Probe.Run(a.Count + new T().Count); " +
            "public static object Go() => F(new List<int> { 1, 2, 3 });"
        },
        { "self-constrained generic method", 7, "[CacheData] static T F<T>(T a, T b) where T : struct, System.Numerics.INumber<T> => Probe.Run(a + b); public static object Go() => F(3, 4);" },
        { "overloads", "1a", "[CacheData] static string F(int a) => Probe.Run($\"{a}\"); [CacheData] static string F(string a) => Probe.Run(a); public static object Go() => F(1) + F(\"a\");" },
        { "extension method", 3, "[CacheData] static int F(this string a) => Probe.Run(a.Length); public static object Go() => \"abc\".F();" },
        { "extension block", 3, "extension(string a) { [CacheData] public int F() => Probe.Run(a.Length); } public static object Go() => \"abc\".F();" },
    };

    public static TheoryData<string, object?, string> Instances => new()
    {
        { "class", 42, "public class C(int x) { public int X { get; } = x; [CacheData] public int F(int a) => Probe.Run(a * X); } public static class Test { public static object Go() => new C(2).F(21); }" },
        { "not keyed class", 42, "[NotKeyed] public class C { [CacheData] public int F(int a) => Probe.Run(a * 2); } public static class Test { public static object Go() => new C().F(21); }" },
        { "local function that uses this", 42, "public class C { public int X = 2; public int Go() { return F(21); [CacheData] int F(int a) => Probe.Run(a * X); } } public static class Test { public static object Go() => new C().Go(); }" },
        { "readonly struct", 42, "public readonly struct S(int x) { readonly int _x = x; [CacheData] public int F(int a) => Probe.Run(a * _x); } public static class Test { public static object Go() => new S(2).F(21); }" },
        { "readonly method of a struct", 42, "public struct S { public int X; [CacheData] public readonly int F(int a) => Probe.Run(a * X); } public static class Test { public static object Go() => new S { X = 2 }.F(21); }" },
        { "generic struct", "2Int32", "public readonly record struct S<T>(T X) { [CacheData] public string F() => Probe.Run($\"{X}{typeof(T).Name}\"); } public static class Test { public static object Go() => new S<int>(2).F(); }" },
        { "generic class", "Int32-String", "public class C<T> { [CacheData] public string F<U>() => Probe.Run(typeof(T).Name + \"-\" + typeof(U).Name); } public static class Test { public static object Go() => new C<int>().F<string>(); }" },
        { "generic class, static", "Int32 a", "public class C<T> { [CacheData] static string F(T a, string b) => Probe.Run(typeof(T).Name + \" \" + b); public static string Go(T a) => F(a, \"a\"); } public static class Test { public static object Go() => C<int>.Go(1); }" },
        { "nested generic class", "Int32-Byte-String", "public class A<T> { public class C<U> { [CacheData] public static string F<V>(Dictionary<V, U[]>? a) where V : notnull => Probe.Run(typeof(T).Name + \"-\" + typeof(U).Name + \"-\" + typeof(V).Name); } } public static class Test { public static object Go() => A<int>.C<byte>.F<string>(null); }" },
        { "recursion in a generic class", 6, "public class C<T> { [CacheData] public static int F(int a) => Probe.Run(a == 0 ? 0 : a + F(a - 1)); } public static class Test { public static object Go() => C<string>.F(3); }" },
        { "virtual", "B", "public class A { [CacheData] public virtual string F() => Probe.Run(\"A\"); } public class B : A { [CacheData] public override string F() => Probe.Run(\"B\"); } public static class Test { public static object Go() { A a = new B(); return a.F(); } }" },
        { "call of the base", "AB", "public class A { [CacheData] public virtual string F() => Probe.Run(\"A\"); } public class B : A { [CacheData] public override string F() => Probe.Run(base.F() + \"B\"); } public static class Test { public static object Go() { A a = new B(); return a.F(); } }" },
        { "covariant override", "B", "public class A { public virtual object F() => \"A\"; } public class B : A { [CacheData] public override string F() => Probe.Run(\"B\"); } public static class Test { public static object Go() { A a = new B(); return a.F(); } }" },
        { "interface", 42, "public interface I { int F(int a); } public class C : I { [CacheData] public int F(int a) => Probe.Run(a * 2); } public static class Test { public static object Go() { I i = new C(); return i.F(21); } }" },
        { "explicit interface", 42, "public interface I { int F(int a); } public class C : I { [CacheData] int I.F(int a) => Probe.Run(a * 2); } public static class Test { public static object Go() { I i = new C(); return i.F(21); } }" },
        { "default interface method", 42, "public interface I { [CacheData] int F(int a) => Probe.Run(a * 2); } public class C : I; public static class Test { public static object Go() { I i = new C(); return i.F(21); } }" },
        { "static interface method", 42, "public interface I { static abstract int F(int a); } public class C : I { [CacheData] public static int F(int a) => Probe.Run(a * 2); } public static class Test { public static object Go() => G<C>(); static int G<T>() where T : I => T.F(21); }" },
    };

    [Theory]
    [Trait("row", "B1")]
    [MemberData(nameof(Functions))]
    public void Calls_of_a_function_go_through_the_cache(string kind, object? expected, string members) =>
        AssertCached(kind, expected, "public static class Test { " + members + " }");

    [Theory]
    [Trait("row", "B1")]
    [MemberData(nameof(Instances))]
    public void Calls_on_an_instance_go_through_the_cache(string kind, object? expected, string types) => AssertCached(kind, expected, types);

    [Fact]
    [Trait("row", "B1")]
    public void Calls_from_another_assembly_go_through_the_cache()
    {
        var library = new SourceProgram(Probe.Source + "public static class Lib { [CacheData] public static int F(int a) => Probe.Run(a * 2); }").Weave();
        var caller = new SourceProgram("public static class Test { [CacheData] static int G() => Lib.F(21); public static object Go() => G(); }")
        {
            References = [MetadataReference.CreateFromImage(library.Assembly)],
        };
        using var program = new WovenProgram(caller);
        var loaded = program.Load(library);
        Assert.Equal(42, program.Call("Go"));
        Assert.Equal(42, loaded.GetType("Lib")!.GetMethod("F")!.Invoke(null, [21]));
        Assert.Equal(1, Probe.RunsIn(loaded));
    }

    private static void AssertCached(string kind, object? expected, string source)
    {
        Assert.NotEmpty(kind);
        foreach (var optimization in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
        {
            using var program = new WovenProgram(new SourceProgram(Probe.Source + source) { Optimization = optimization });
            Assert.Equal(expected, program.Call("Go"));
            var runs = Probe.RunsIn(program.Assembly);
            Assert.NotEqual(0, runs);
            Assert.Equal(expected, program.Call("Go"));
            Assert.Equal(runs, Probe.RunsIn(program.Assembly));
        }
    }
}
