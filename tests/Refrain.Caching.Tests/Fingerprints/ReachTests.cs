using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Refrain.Caching.Functions;
using Refrain.Caching.Functions.Fingerprints;

namespace Refrain.Caching.Tests.Fingerprints;

[Trait("row", "A3")]
public class ReachTests
{
    private const string Library = """
        public abstract class Source { public abstract int Read(); }
        public static class Reader { public static int Twice(Source source) => 2 * source.Read(); }
        """;

    private const string Program = """
        class File : Source { public override int Read() => 1; }
        static class App { static int Load(Source source) => Reader.Twice(source); }
        """;

    [Theory]
    [InlineData("2 * source", "3 * source", "Reader.Twice")]
    [InlineData("public static class", "public class Web : Source { public override int Read() => 3; } public static class", "Web.Read")]
    public void A_project_below_is_followed(string old, string @new, params string[] parts)
    {
        using var older = CompiledCode.Load(Library, Program);
        using var newer = CompiledCode.Load(Library.Replace(old, @new, StringComparison.Ordinal), Program);
        Assert.Equal(parts, newer.Fingerprint("Load").ChangedSince(older.Fingerprint("Load")));
    }

    [Fact]
    public void An_override_above_a_called_library_counts()
    {
        using var older = CompiledCode.Load(Library, Program);
        using var newer = CompiledCode.Load(Library, Program.Replace("=> 1", "=> 2", StringComparison.Ordinal));
        Assert.Equal(["File.Read"], newer.Fingerprint("Load").ChangedSince(older.Fingerprint("Load")));
    }

    [Fact]
    public void Of_a_package_the_version_counts_and_nothing_inside()
    {
        using var older = CompiledCode.Load(Library, Program);
        using var same = CompiledCode.Load(Library, Program);
        using var newer = CompiledCode.Load(Library.Replace("public static", "public class More { } public static", StringComparison.Ordinal), Program);
        var fingerprint = CodeFingerprint.Of(older.Method("Load"), new LibraryIsAPackage());

        Assert.DoesNotContain("Reader.Twice", fingerprint.Parts.Keys);
        Assert.Equal(fingerprint.Digest, CodeFingerprint.Of(same.Method("Load"), new LibraryIsAPackage()).Digest);
        Assert.Equal(["Lib"], CodeFingerprint.Of(newer.Method("Load"), new LibraryIsAPackage()).ChangedSince(fingerprint));
    }

    [Fact]
    public void Captured_variables_of_a_cached_lambda_count_by_name()
    {
        // They are in the key by name, so two that swap their places are another function.
        const string source = """
            using System;
            static class App { static Func<int> Make(int a, int b) => () => a - b; }
            """;
        using var older = CompiledCode.Load(source);
        using var newer = CompiledCode.Load(source.Replace("a - b", "b - a", StringComparison.Ordinal));
        Assert.Equal(["Make.lambda"], CodeFingerprint.Of(Lambda(newer)).ChangedSince(CodeFingerprint.Of(Lambda(older))));

        static MethodInfo Lambda(CompiledCode code) => ((Delegate)code.Method("Make").Invoke(null, [1, 2])!).Method;
    }

    [Fact]
    public void Variables_captured_inside_a_cached_lambda_may_be_renamed()
    {
        const string source = """
            using System;
            using System.Linq;
            static class App { static Func<int> Make(int[] a) => () => { var inner = a.Length; return a.Count(x => x > inner); }; }
            """;
        using var older = CompiledCode.Load(source);
        using var newer = CompiledCode.Load(source.Replace("inner", "local", StringComparison.Ordinal));
        Assert.Equal(CodeFingerprint.Of(Lambda(older)).Digest, CodeFingerprint.Of(Lambda(newer)).Digest);

        static MethodInfo Lambda(CompiledCode code) => ((Delegate)code.Method("Make").Invoke(null, [Array.Empty<int>()])!).Method;
    }

    [Fact]
    public void Swapped_variables_inside_a_closure_change_the_code()
    {
        const string source = """
            using System;
            static class App { static int Make(int a, int b) { Func<int> f = () => a - b; return f(); } }
            """;
        Edits.Change("Make", source, source.Replace("a - b", "b - a", StringComparison.Ordinal), "Make");
    }

    [Fact]
    public void The_type_arguments_of_a_generic_function_count_with_their_shape()
    {
        const string source = """
            class Sale { public int Id { get; set; } }
            static class App { static T Make<T>() where T : new() => new(); }
            """;
        using var older = CompiledCode.Load(source);
        using var newer = CompiledCode.Load(source.Replace("int Id", "long Id", StringComparison.Ordinal));
        Assert.Equal(["Sale"], OfSale(newer).ChangedSince(OfSale(older)));
        Assert.NotEqual(OfSale(older).Digest, older.Fingerprint("Make").Digest);

        static CodeFingerprint OfSale(CompiledCode code) =>
            CodeFingerprint.Of(((MethodInfo)code.Method("Make")).MakeGenericMethod(code.Assembly.GetType("Sale")!));
    }

    [Fact]
    public void Recursion_through_several_functions_ends()
    {
        const string source = """
            using System;
            static class App
            {
                static int Even(int n) => n == 0 ? 1 : Odd(n - 1);
                static int Odd(int n) { Func<int> f = () => Even(n - 1); return n == 0 ? 0 : f(); }
            }
            """;
        Edits.Change("Even", source, source.Replace("? 0", "? 2", StringComparison.Ordinal), "Odd");
    }

    [Fact]
    public void A_long_chain_of_calls_is_followed_to_its_end_on_a_small_stack()
    {
        var chain = string.Join("\n", Enumerable.Range(0, 1_000).Select(i => $"static class C{i} {{ internal static int F{i}() => C{i + 1}.F{i + 1}(); }}"));
        var source = chain + "static class C1000 { internal static int F1000() => 1; }";
        using var older = CompiledCode.Load(source);
        using var newer = CompiledCode.Load(source.Replace("=> 1;", "=> 2;", StringComparison.Ordinal));
        string[] changed = [];
        var thread = new Thread(() => changed = [.. newer.Fingerprint("F0").ChangedSince(older.Fingerprint("F0"))], maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(["C1000.F1000"], changed);
    }

    [Fact]
    public void A_method_made_at_run_time_is_known_by_its_name()
    {
        var method = new DynamicMethod("Load", typeof(int), []);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Ret);
        Assert.Equal(["Load"], CodeFingerprint.Of(method.CreateDelegate<Func<int>>().Method).Parts.Keys);
    }

    [Fact]
    public void Abstract_and_native_methods_count_by_their_declaration()
    {
        const string source = """
            using System.Runtime.InteropServices;
            static class App { [DllImport("libm", EntryPoint = "cos")] static extern double Native(double x); static double Load() => Native(1); }
            """;
        Edits.Change("Load", source, source.Replace("\"cos\"", "\"sin\"", StringComparison.Ordinal), "Native");
    }

    [Fact]
    public void Code_that_cannot_be_read_counts_by_the_version_of_its_module()
    {
        // The library is compiled against, but not there.
        var library = CompiledCode.Emit("Missing", Library, OptimizationLevel.Debug, "lib.cs");
        var image = CompiledCode.Emit("app", Program, OptimizationLevel.Debug, "app.cs", MetadataReference.CreateFromImage(library));
        var context = new System.Runtime.Loader.AssemblyLoadContext("app", isCollectible: true);
        var load = context.LoadFromStream(new MemoryStream(image)).GetType("App")!.GetMethods(BindingFlags.NonPublic | BindingFlags.Static).Single();

        Assert.Contains(PartNames.Unreadable, CodeFingerprint.Of(load).Parts.Keys);
        context.Unload();
    }

    [Fact]
    public void Fingerprints_do_not_keep_code_alive()
    {
        var code = Unloaded();
        for (var i = 0; i < 20 && code.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(code.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Unloaded()
        {
            using var code = CompiledCode.Load(Library, Program);
            Assert.NotEmpty(code.Fingerprint("Load").Parts);
            return new(code.Assembly);
        }
    }

    private sealed class LibraryIsAPackage : UserCode
    {
        protected override Origin Decide(Assembly assembly) => assembly.GetName().Name == "Lib" ? Origin.Library : base.Decide(assembly);
    }
}
