using Microsoft.CodeAnalysis;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Checks;

/// <summary>A function that cannot be cached is a build error at its place, which says why and what to do.</summary>
public class RefusedFunctionTests
{
    /// <summary>Stands in the sources before the place that the error is to name.</summary>
    private const string Place = "/*!*/";

    private const string Cannot = "The function 'F' cannot be cached: ";

    [Theory]
    [InlineData("out", "Return what it gives, several values as a tuple.")]
    [InlineData("ref", "Return what it gives, several values as a tuple.")]
    [InlineData("in", "Take it by value.")]
    [InlineData("ref readonly", "Take it by value.")]
    public void A_parameter_by_reference(string kind, string remedy) =>
        AssertMemberRefused(
            "RFN0011",
            $"its parameter 'total' is passed by '{kind}', and a call that is answered from the cache does not run the function. {remedy}",
            $"[CacheData] public static int F(int a, {kind} int total) => /*!*/{(kind == "out" ? "total = 1" : "total")};");

    [Theory]
    [InlineData("ReadOnlySpan<char> text", "ReadOnlySpan<char>")]
    [InlineData("scoped in Span<int> text", "Span<int>")]
    [InlineData("Reader text", "Reader")]
    [InlineData("T text", "T")]
    public void A_parameter_on_the_stack(string parameter, string type) =>
        AssertMemberRefused(
            "RFN0012",
            $"its parameter 'text' is a '{type}', which lives on the stack and cannot be kept as part of a key. " +
            "Take a string, an array or a ReadOnlyMemory<T>.",
            $"public ref struct Reader; [CacheData] static int F<T>({parameter}) where T : allows ref struct => /*!*/1;");

    [Theory]
    [InlineData("byte*", "byte*")]
    [InlineData("delegate*<int>", "delegate*")]
    public void A_pointer(string type, string shown) =>
        AssertMemberRefused(
            "RFN0013",
            $"its parameter 'a' is a '{shown}', and what a pointer points at is not known to a key. " +
            "Take the value, an array or a ReadOnlyMemory<T>.",
            $"[CacheResource] static unsafe int F({type} a) => /*!*/1;");

    [Theory]
    [InlineData("'factor'", "var factor = 2; var other = 3; Console.Write(F(1) + G()); [CacheData] int F(int a) => /*!*/a * factor; int G() => other;")]
    [InlineData("'factor'", "var factor = 2; Func<int, int> f = F; [CacheData] int F(int a) => /*!*/a * factor;")]
    [InlineData("'factor', 'args'", "var factor = 2; Func<int> f = F; [CacheData] int F() => /*!*/factor * args.Length;")]
    [InlineData("'factor'", "var factor = 2; await F(); [CacheData] async Task<int> F() /*!*/{ await Task.Yield(); return factor; }")]
    [InlineData("'factor'", "var factor = 2; F(); [CacheData] int F() => /*!*/G(); int G() => factor;")]
    [InlineData("'factor'", "var factor = 2; F(); [CacheData] int F() => /*!*/new[] { 1 }.Sum(a => a * factor);")]
    public void A_captured_variable(string variables, string statements)
    {
        var several = variables.Contains(',');
        AssertRefused(
            "RFN0014",
            $"it captures the {(several ? "variables" : "variable")} {variables}, which its key would not include, so that a change would go " +
            $"unnoticed. Pass {(several ? "them" : "it")} as an argument, and write 'static' before the function to be sure of it.",
            statements,
            OutputKind.ConsoleApplication);
    }

    [Theory]
    [Trait("row", "B6")]
    [InlineData("IEnumerable<int>")]
    [InlineData("IEnumerator<int>")]
    public void A_lazy_iterator(string type) =>
        AssertMemberRefused(
            "RFN0015",
            "it gives its items one by one with 'yield', when they are asked for, so there is no value to keep when it returns. " +
            "Return a list or an array.",
            $"[CacheData] static {type} F() /*!*/{{ yield return 1; }}");

    [Theory]
    [Trait("case", "68")]
    [InlineData("[CacheData]", "async IAsyncEnumerable<int> F() /*!*/{ await Task.Yield(); yield return 1; }", "IAsyncEnumerable<int>")]
    [InlineData("[CacheResource]", "IAsyncEnumerable<string> F() => /*!*/null!;", "IAsyncEnumerable<string>")]
    [InlineData("[CacheData]", "async IAsyncEnumerator<int> F() /*!*/{ await Task.Yield(); yield return 1; }", "IAsyncEnumerator<int>")]
    public void An_async_stream(string attribute, string function, string type) =>
        AssertMemberRefused(
            "RFN0016",
            $"it returns the async stream '{type}', which gives its items one by one, when they are asked for, so there is no value to keep " +
            "when it returns. Collect the items and return a Task<List<T>>.",
            $"{attribute} static {function}");

    [Fact]
    public void An_abstract_method() =>
        AssertRefusedWithoutPlace(
            "RFN0017",
            "it is abstract and has no code of its own. Put the attribute on the methods that implement it.",
            "public abstract class Test { [CacheData] public abstract int F(); public int G() => 1; }");

    [Fact]
    public void An_interface_method() =>
        AssertRefusedWithoutPlace(
            "RFN0017",
            "it is abstract and has no code of its own. Put the attribute on the methods that implement it.",
            "public interface ITest { [CacheData] int F(); int G() => 1; }");

    [Fact]
    public void An_extern_method() =>
        AssertRefusedWithoutPlace(
            "RFN0017",
            "it is extern and has no code of its own. Put the attribute on a method that calls it.",
            "public class Test { [CacheData, System.Runtime.InteropServices.DllImport(\"c\")] static extern int F(); public int G() => 1; }");

    [Theory]
    [InlineData("op_Addition", "an operator", "[CacheData] public static Test operator +(Test a, Test b) => /*!*/a;")]
    [InlineData("op_Implicit", "an operator", "[CacheData] public static implicit operator int(Test a) => /*!*/1;")]
    [InlineData("get_P", "an accessor", "public int P { [CacheData] get => /*!*/1; }")]
    [InlineData("get_Item", "an accessor", "public int this[int i] { [CacheData] get => /*!*/1; }")]
    [InlineData("set_P", "an accessor", "public int P { [CacheData] set => /*!*/Console.Write(value); }")]
    [InlineData("add_E", "an accessor", "public event Action E { [CacheData] add => /*!*/value(); remove => value(); }")]
    public void A_special_method(string name, string kind, string member) =>
        AssertRefused(
            "RFN0018",
            $"it is {kind}. Put the attribute on a method that does the work, and call that.",
            $"public class Test {{ {member} }}",
            name: name);

    [Fact]
    public void A_method_that_may_change_its_struct() =>
        AssertRefused(
            "RFN0019",
            "it may change the struct 'Counter' it is called on, and a call that is answered from the cache would not. " +
            "Write 'readonly' before the method or the struct.",
            "public struct Counter { int _n; [CacheData] public int F() => /*!*/_n++; }");

    [Fact]
    public void A_method_of_a_ref_struct() =>
        AssertRefused(
            "RFN0020",
            "it is called on the ref struct 'Reader', which lives on the stack and cannot be kept as part of a key. " +
            "Make the function static and pass it what it needs.",
            "public readonly ref struct Reader { [CacheData] public int F() => /*!*/1; }");

    [Fact]
    public void A_task_of_its_own_kind() =>
        AssertMemberRefused(
            "RFN0021",
            "it returns 'Job<int>', a kind of task the cache cannot wait for. Return a Task<T> or a ValueTask<T>.",
            "[System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(int))] public class Job<T>; [CacheData] static Job<int> F() => /*!*/new();");

    [Theory]
    [InlineData("ref int F() => ref /*!*/_n")]
    [InlineData("ref readonly int F() => ref /*!*/_n")]
    public void A_return_by_reference(string function) =>
        AssertMemberRefused(
            "RFN0022",
            "it returns by 'ref', and the cache keeps values, not places. Return the value.",
            $"static int _n; [CacheData] static {function};");

    [Theory]
    [InlineData("ReadOnlySpan<char>")]
    [InlineData("int*")]
    public void A_return_of_what_cannot_be_kept(string type) =>
        AssertMemberRefused(
            "RFN0023",
            $"it returns a '{type}', which cannot be kept. Return a string, an array or a ReadOnlyMemory<T>.",
            $"[CacheData] static unsafe {type} F() => /*!*/default;");

    [Fact]
    public void An_async_function_that_returns_nothing() =>
        AssertMemberRefused(
            "RFN0024",
            "it is 'async void', so nobody can know when it has ended. Return a Task.",
            "[CacheData] static async void F() /*!*/{ await Task.Yield(); }");

    [Fact]
    public void Two_attributes() =>
        AssertMemberRefused(
            "RFN0025",
            "it has [CacheData] and [CacheResource], and only one of them can hold. " +
            "Keep [CacheData] for a value, or [CacheResource] for an object that everyone shares.",
            "[CacheData, CacheResource] static int F() => /*!*/1;");

    [Fact]
    public void Every_refused_function_is_named_at_once()
    {
        var result = new SourceProgram("public class Test { [CacheData] static void F(ref int a) { } [CacheData] static async void G() => await Task.Yield(); }").Weave();
        Assert.Equal(["RFN0011", "RFN0024"], result.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void An_error_is_printed_as_compilers_print_theirs()
    {
        Assert.Equal("a.cs(3,5): error RFN0011: No.", new WeaveDiagnostic("RFN0011", "No.", "a.cs", 3, 5).ToString());
        Assert.Equal("a.cs: error RFN0011: No.", new WeaveDiagnostic("RFN0011", "No.", "a.cs", 0, 0).ToString());
        Assert.Equal("error RFN0011: No.", new WeaveDiagnostic("RFN0011", "No.", null, 0, 0).ToString());
    }

    private static void AssertMemberRefused(string id, string why, string members) =>
        AssertRefused(id, why, $"public static class Test\n{{\n    {members}\n}}\n");

    private static void AssertRefused(
        string id, string why, string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, string name = "F")
    {
        var place = source.IndexOf(Place, StringComparison.Ordinal) + Place.Length;
        var line = source[..place].Count(c => c == '\n') + 1;
        var column = place - source.LastIndexOf('\n', place);
        AssertDiagnostic(new WeaveDiagnostic(id, Cannot.Replace("'F'", $"'{name}'") + why, SourceProgram.Path, line, column), source, kind);
    }

    private static void AssertRefusedWithoutPlace(string id, string why, string source) =>
        AssertDiagnostic(new WeaveDiagnostic(id, Cannot + why, SourceProgram.Path, 0, 0), source, OutputKind.DynamicallyLinkedLibrary);

    private static void AssertDiagnostic(WeaveDiagnostic expected, string source, OutputKind kind)
    {
        var result = new SourceProgram(source) { Kind = kind }.Weave();
        Assert.False(result.Changed);
        Assert.Equal([expected], result.Diagnostics);
    }
}
