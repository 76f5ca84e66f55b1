using Microsoft.CodeAnalysis;

namespace Refrain.Weaver.Tests.Analyzers;

[Trait("row", "C7")]
public class ThreadSafetyAnalyzerTests
{
    private const string Types = """
        namespace Microsoft.EntityFrameworkCore { public class DbContext : IDisposable { public void Dispose() { } } }
        class Shop : Microsoft.EntityFrameworkCore.DbContext;
        class Log(string path) : StreamWriter(path);
        class Safe : List<int>;
        class MongoClient;
        """;

    private const string Lock = "guard it with a lock in a class of your own";

    [Theory]
    [InlineData("DbConnection", "null!", "DbConnection", "Return a DbDataSource and open a connection where it is used")]
    [InlineData("System.Data.IDbConnection", "null!", "IDbConnection", "Return a DbDataSource and open a connection where it is used")]
    [InlineData("Task<DbConnection>", "null!", "DbConnection", "Return a DbDataSource and open a connection where it is used")]
    [InlineData("ValueTask<DbConnection>", "default", "DbConnection", "Return a DbDataSource and open a connection where it is used")]
    [InlineData("Shop", "new()", "Shop", "Return a factory, such as IDbContextFactory, and make a context where it is used")]
    [InlineData("List<int>", "[]", "List<int>", "Return an ImmutableArray or a ConcurrentQueue, " + Lock)]
    [InlineData("Dictionary<string, int>", "new()", "Dictionary<string, int>", "Return a ConcurrentDictionary, " + Lock)]
    [InlineData("HashSet<string>", "[]", "HashSet<string>", "Return a ConcurrentDictionary, " + Lock)]
    [InlineData("StreamReader", "new(\"a\")", "StreamReader", "Return what opens it, such as a Func or a class of your own, and open it where it is used")]
    [InlineData("Log", "new(\"a\")", "Log", "Return what opens it, such as a Func or a class of your own, and open it where it is used")]
    [InlineData("Random", "new(7)", "seeded Random", "Return a factory, such as a Func, that makes one for each use, " + Lock)]
    public async Task What_bears_one_thread_at_a_time_is_warned_of(string type, string value, string named, string remedy)
    {
        Assert.Equal(
            new Advice(
                "RFN0701",
                $"The cached function 'F' gives everyone the same {named}, which only one thread at a time may use. {remedy}, or use Scope = CacheScope.Session.",
                "F",
                DiagnosticSeverity.Warning),
            await Advice.OneOnAsync($"{Types} class C {{ [CacheResource] static {type} F() => {value}; }}"));
        Assert.Empty(await Advice.OnAsync($"{Types} class C {{ [CacheResource(Scope = CacheScope.Session)] static {type} F() => {value}; }}"));
    }

    [Fact]
    public async Task A_seed_in_the_middle_of_the_body_is_seen() =>
        Assert.Equal("RFN0701", (await Advice.OneOnAsync("F(); [CacheResource] static Random F() { var seed = 7; var random = new Random(seed); return random; }")).Id);

    [Theory]
    [InlineData("DbDataSource", "null!")]
    [InlineData("System.Collections.Concurrent.ConcurrentDictionary<string, int>", "new()")]
    [InlineData("System.Collections.Immutable.ImmutableList<int>", "[]")]
    [InlineData("Func<List<int>>", "() => []")]
    [InlineData("IReadOnlyList<int>", "new List<int>()")]
    [InlineData("int[]", "[]")]
    [InlineData("Safe", "[]")]
    [InlineData("Random", "Random.Shared")]
    [InlineData("Random", "new()")]
    [InlineData("HttpClient", "new()")]
    [InlineData("MongoClient", "new()")]
    [InlineData("Task", "Task.CompletedTask")]
    public async Task Others_are_not(string type, string value) =>
        Assert.Empty(await Advice.OnAsync($"{Types} class C {{ [CacheResource] static {type} F() => {value}; }}"));

    [Fact]
    public async Task Data_is_each_callers_own() => Assert.Empty(await Advice.OnAsync("class C { [CacheData] static List<int> F() => []; }"));
}
