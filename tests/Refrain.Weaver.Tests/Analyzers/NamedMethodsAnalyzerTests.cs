using Microsoft.CodeAnalysis;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Analyzers;

/// <summary>What the analyzer takes for a fitting method is what the cache takes for one.</summary>
public class NamedMethodsAnalyzerTests
{
    [Theory, Trait("case", "94")]
    [InlineData("Validate = \"Missing\"", "", "static bool Missing(Box resource)")]
    [InlineData("Validate = nameof(M)", "static string M(Box b) => \"\";", "static bool M(Box resource)")]
    [InlineData("Validate = nameof(M)", "static Task<bool> M(Box b) => Task.FromResult(true);", "static bool M(Box resource)")]
    [InlineData("Validate = nameof(M)", "static bool M() => true;", "static bool M(Box resource)")]
    [InlineData("Validate = nameof(M)", "static bool M(string b) => true;", "static bool M(Box resource)")]
    [InlineData("Validate = nameof(M)", "static bool M(in Box b) => true;", "static bool M(Box resource)")]
    [InlineData("Validate = nameof(M)", "static bool M(Box b, long year) => true;", "static bool M(Box resource)")]
    [InlineData("Validate = nameof(M)", "static bool M(Box b, int other) => true;", "static bool M(Box resource)")]
    [InlineData("Validate = nameof(M)", "static bool M => true;", "static bool M(Box resource)")]
    [InlineData("Validate = \"Hidden\"", "", "static bool Hidden(Box resource)")]
    [InlineData("Validate = \"M\"", "class Inner { static bool M(Box b) => true; static void G() { M(new()); bool M(Box b) => true; } }", "static bool M(Box resource)")]
    [InlineData("OnRelease = \"Missing\"", "", "static void Missing(Box resource)")]
    [InlineData("OnRelease = nameof(M)", "static bool M(Box b) => true;", "static void M(Box resource)")]
    [InlineData("OnRelease = nameof(M)", "static void M(Box b, int year) { }", "static void M(Box resource)")]
    [InlineData("OnRelease = nameof(M)", "static Task M(Box b) => Task.CompletedTask;", "static void M(Box resource)")]
    public async Task A_name_without_a_fitting_method_is_refused_by_both(string option, string method, string write)
    {
        var advice = await Advice.OneOnAsync(Source(option, method));
        var (name, value) = (option.Split(" = ")[0], option.Contains('"', StringComparison.Ordinal) ? option.Split('"')[1] : "M");
        var says = $"The cached function 'F' has {name} = \"{value}\", but its type declares no fitting method of that name; write {write}";
        Assert.Equal(new Advice("RFN0150", says, option, DiagnosticSeverity.Error), advice);

        using var program = WovenProgram.Of(Source(option, method));
        Assert.Equal($"RFN0150: {says}.", Assert.Throws<CacheOptionException>(() => program.Call("Go")).Message);
    }

    [Theory]
    [InlineData("Validate = nameof(M)", "static bool M(Box b) => true;")]
    [InlineData("Validate = nameof(M)", "static bool M(object b) => true;")]
    [InlineData("Validate = nameof(M)", "static bool M(IDisposable b) => true;")]
    [InlineData("Validate = nameof(M)", "static ValueTask<bool> M(Box b) => new(true);")]
    [InlineData("Validate = nameof(M)", "static bool M(Box b, CancellationToken t, (int A, string B) pair, int year) => true;")]
    [InlineData("Validate = nameof(M)", "static string M() => \"\"; static bool M(Box b) => true;")]
    [InlineData("Validate = \"Inherited\"", "")]
    [InlineData("Validate = \"Local\"", "static void Other() { Local(new()); bool Local(Box b) => true; }")]
    [InlineData("Validate = \"Local\"", "class Inner { static void Other() { Local(\"\"); bool Local(string b) => true; } } static void Other() { Local(new()); bool Local(Box b) => true; }")]
    [InlineData("Validate = \"get_M\", OnRelease = null", "static bool get_M(Box b) => true;")]
    [InlineData("OnRelease = nameof(M)", "static void M(Box b) { }")]
    [InlineData("OnRelease = nameof(M)", "static ValueTask M(IDisposable b) => default;")]
    public async Task A_fitting_method_is_taken_by_both(string option, string method)
    {
        Assert.Empty(await Advice.OnAsync(Source(option, method)));
        using var program = WovenProgram.Of(Source(option, method));
        Assert.NotNull(program.Call("Go"));
    }

    [Fact]
    public async Task Functions_of_a_script_find_each_other()
    {
        const string Script = """
            Console.WriteLine(Database());
            [CacheResource(Validate = nameof(IsOpen))] static Box Database() => new();
            static bool IsOpen(Box box) => true;
            class Box;
            """;
        Assert.Empty(await Advice.OnAsync(Script));
        Assert.Equal("RFN0150", (await Advice.OneOnAsync(Script.Replace("(Box box)", "(string box)", StringComparison.Ordinal))).Id);
    }

    [Fact]
    public async Task Of_an_async_function_it_is_the_value_that_counts() => Assert.Empty(await Advice.OnAsync(
        "class C { [CacheResource(Validate = nameof(M))] static async Task<object> F() { await Task.Yield(); return new(); } static bool M(object b) => true; }"));

    [Fact]
    public async Task What_only_an_instantiation_can_tell_is_left_to_it() => Assert.Empty(await Advice.OnAsync(
        "class C<T> where T : class, new() { [CacheResource(Validate = nameof(M))] static T F() => new(); static bool M(string b) => true; }"));

    private static string Source(string option, string method) => $$"""
        public class Box : IDisposable { public void Dispose() { } }
        public class Base { internal static bool Inherited(Box box) => true; private static bool Hidden(Box box) => true; }
        public class Test : Base
        {
            [CacheResource({{option}})] static Box F(int year, (int, string) pair) => new();
            {{method}}
            public static object Go() => F(2020, default);
        }
        """;
}
