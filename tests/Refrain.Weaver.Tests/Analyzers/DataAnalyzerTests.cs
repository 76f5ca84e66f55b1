using Microsoft.CodeAnalysis;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Analyzers;

[Trait("row", "H2"), Trait("row", "B6")]
public class DataAnalyzerTests
{
    private const string Types = """
        namespace Microsoft.EntityFrameworkCore { public class DbContext : IDisposable { public void Dispose() { } } }
        class Shop : Microsoft.EntityFrameworkCore.DbContext;
        class Own : FileStream, ICopyable<Own> { Own() : base("", FileMode.Open) { } public Own Copy() => this; }
        """;

    [Theory]
    [InlineData("DbConnection", "null!", "DbConnection", "a connection")]
    [InlineData("Task<DbConnection>", "null!", "DbConnection", "a connection")]
    [InlineData("Task<Task<int>>", "null!", "Task<int>", "a task")]
    [InlineData("Func<int>", "() => 1", "Func<int>", "a delegate")]
    [InlineData("Thread", "null!", "Thread", "a thread")]
    [InlineData("FileStream", "File.OpenRead(\"a\")", "FileStream", "a stream")]
    [InlineData("Stream", "File.OpenRead(\"a\")", "FileStream", "a stream")]
    [InlineData("object", "File.OpenText(\"a\")", "StreamReader", "a reader of a stream")]
    [InlineData("Task<Stream>", "Task.FromResult(File.OpenRead(\"a\"))", "FileStream", "a stream", "async Task<Stream> F() { await Task.Yield(); return File.OpenRead(\"a\"); }")]
    [InlineData("HttpClient", "new()", "HttpClient", "disposable: it stands for something outside the program's values")]
    [InlineData("Shop", "new()", "Shop", "disposable: it stands for something outside the program's values")]
    public async Task What_cannot_be_copied_is_warned_of(string type, string value, string named, string reason, string? function = null)
    {
        var source = $"{Types} class C {{ [CacheData] static {function ?? $"{type} F() => {value};"} }}";
        Assert.Equal(
            new Advice(
                "RFN0703",
                $"What the cached function 'F' returns cannot be copied for each caller: it is of type {named}, {reason}. "
                    + $"Use [CacheResource] to give every caller the same object, or say how to copy it: CacheCopies.Register<{named}>(x => ...).",
                "F",
                DiagnosticSeverity.Warning),
            await Advice.OneOnAsync(source));
    }

    [Theory]
    [InlineData("IQueryable<int>", "new[] { 1 }.AsQueryable()", "IQueryable<int>")]
    [InlineData("IEnumerable<int>", "new[] { 1 }.AsQueryable()", "IQueryable<int>")]
    [InlineData("IAsyncEnumerable<int>", "null!", "IAsyncEnumerable<int>")]
    public async Task A_lazy_sequence_is_told_to_give_its_items(string type, string value, string named) => Assert.Equal(
        $"What the cached function 'F' returns cannot be copied for each caller: it is of type {named}, a lazy sequence, "
            + "whose items are not there before they are asked for. Return its items instead, with '.ToList()'.",
        (await Advice.OneOnAsync($"class C {{ [CacheData] static {type} F() => {value}; }}")).Message);

    [Fact]
    public async Task A_lambda_is_looked_at_too() =>
        Assert.Equal("RFN0703", (await Advice.OneOnAsync("class C { static object G = [CacheData] Stream () => File.OpenRead(\"a\"); }")).Id);

    [Theory]
    [InlineData("[CacheData] static MemoryStream F() => new();")]
    [InlineData("[CacheData] static Stream F() => new MemoryStream();")]
    [InlineData("[CacheData] static Stream F() => Make(); static Stream Make() => new MemoryStream();")]
    [InlineData("[CacheData] static System.Data.DataTable F() => new();")]
    [InlineData("[CacheData] static IEnumerable<int> F() => [1];")]
    [InlineData("[CacheData] static int F() { using var reader = File.OpenText(\"a\"); return Length(); int Length() { Func<StreamReader> open = () => reader; return open().Read(); } }")]
    [InlineData("[CacheData] static string F() => new HttpClient().GetStringAsync(\"a\").Result;")]
    [InlineData("[CacheData] static void F() { }")]
    [InlineData("[CacheData] static Task F() => Task.CompletedTask;")]
    [InlineData("[CacheData] static T F<T>() => default!;")]
    [InlineData("[CacheData] static Own F() => null!;")]
    [InlineData("static object G = [CacheData] async Task<object> () => { await Task.Yield(); return 1; };")]
    [InlineData("static object G = [CacheData] Task<int> () => Task.FromResult(1);")]
    [InlineData("[CacheData] static Text F() => File.OpenText(\"a\"); record Text(string All) { public static implicit operator Text(StreamReader r) => new(r.ReadToEnd()); }")]
    [InlineData("[CacheResource] static HttpClient F() => new();")]
    [InlineData("static C() => CacheCopies.Register<HttpClient>(client => client); [CacheData] static HttpClient F() => new();")]
    public async Task Others_are_not(string members) => Assert.Empty(await Advice.OnAsync($"{Types} class C {{ {members} }}"));

    [Theory]
    [InlineData("Func<int>", "() => 1")]
    [InlineData("Thread", "new(() => { })")]
    [InlineData("System.IO.StringReader", "new(\"a\")")]
    [InlineData("System.Net.Http.HttpClient", "new()")]
    [InlineData("SemaphoreSlim", "new(1)")]
    [InlineData("System.IO.Stream", "System.IO.Stream.Synchronized(new System.IO.BufferedStream(new System.IO.MemoryStream()))", false)]
    public async Task The_cache_has_the_same_reasons(string type, string value, bool isSeen = true)
    {
        var source = $"public static class Test {{ [CacheData] static {type} F() => {value}; public static void Go() => F(); }}";
        using var program = WovenProgram.Of(source);
        var refusal = Assert.Throws<UncopyableValueException>(() => program.Call("Go")).Message;
        if (isSeen)
            Assert.Contains((await Advice.OneOnAsync(source)).Message.Split(", ")[1].Split(". ")[0], refusal, StringComparison.Ordinal);
    }
}
