using Microsoft.CodeAnalysis;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Analyzers;

[Trait("row", "H2"), Trait("row", "D5")]
public class ArgumentsAnalyzerTests
{
    [Theory]
    [InlineData("Func<int>", "a delegate")]
    [InlineData("Delegate", "a delegate")]
    [InlineData("DbConnection", "a connection")]
    [InlineData("Task<int>", "a task")]
    [InlineData("ValueTask<int>", "a task")]
    [InlineData("Thread", "a thread")]
    [InlineData("StreamReader", "a reader of a stream")]
    [InlineData("Lazy<int>", "a value that is not there before it is asked for")]
    [InlineData("HttpClient", "disposable: it stands for something outside the program's values")]
    public async Task What_cannot_be_keyed_is_warned_of(string type, string reason) => Assert.Equal(
        new Advice(
            "RFN0705",
            $"The function 'F' cannot be cached by its argument 'source' of type {type}, {reason}. Leave the parameter out of the key by naming it '_source' "
                + $"or marking it [NotKeyed], or say what stands for it: CacheKeys.Register<{type}>(x => ...).",
            "source",
            DiagnosticSeverity.Warning),
        await Advice.OneOnAsync($"class C {{ [CacheData] static int F(int year, {type} source) => year; }}"));

    [Fact]
    public async Task A_lazy_sequence_is_told_to_give_its_items() => Assert.Equal(
        "The function 'F' cannot be cached by its argument 'rows' of type IQueryable<int>, a lazy sequence, whose items are not there before they are asked for. "
            + "Leave the parameter out of the key by naming it '_rows' or marking it [NotKeyed], or pass its items, with '.ToList()'.",
        (await Advice.OneOnAsync("class C { [CacheResource] static object F(IQueryable<int> rows) => rows; }")).Message);

    [Theory]
    [InlineData("Func<int> _source")]
    [InlineData("[NotKeyed] Func<int> source")]
    [InlineData("CancellationToken token")]
    [InlineData("Stream source")]
    [InlineData("FileStream source")]
    [InlineData("System.Data.DataTable source")]
    [InlineData("IEnumerable<int> source")]
    [InlineData("IDisposable source")]
    [InlineData("object source")]
    [InlineData("Keyed source")]
    public async Task Others_are_not(string parameter) => Assert.Empty(await Advice.OnAsync(
        $"class Keyed : HttpClient, ICacheKey {{ public object? CacheKey => 1; }} class C {{ [CacheData] static int F({parameter}) => 1; }}"));

    [Theory]
    [InlineData("CacheKeys.Register<HttpClient>(client => client.BaseAddress);")]
    [InlineData("CacheKeys.Register((HttpMessageInvoker client) => client.ToString());")]
    public async Task What_the_program_says_a_key_of_is_not(string registration) => Assert.Empty(await Advice.OnAsync(
        $"{registration} F(new()); [CacheData] static int F(HttpClient client) => 1;"));

    [Theory]
    [InlineData("Func<int>", "() => 1")]
    [InlineData("Task", "Task.CompletedTask")]
    [InlineData("Thread", "new(() => { })")]
    [InlineData("IQueryable<int>", "new[] { 1 }.AsQueryable()")]
    [InlineData("System.IO.StringReader", "new(\"a\")")]
    [InlineData("System.Net.Http.HttpClient", "new()")]
    [InlineData("System.Linq.Expressions.Expression", "System.Linq.Expressions.Expression.Constant(1)")]
    public async Task The_cache_has_the_same_reasons(string type, string value)
    {
        var source = $"public static class Test {{ [CacheData] static int F({type} source) => 1; public static int Go() {{ {type} source = {value}; return F(source); }} }}";
        var reason = (await Advice.OneOnAsync(source)).Message.Split(", ", 2)[1].Split(". ")[0];
        using var program = WovenProgram.Of(source);
        Assert.Contains(reason, Assert.Throws<UnkeyableArgumentException>(() => program.Call("Go")).Message, StringComparison.Ordinal);
    }
}
