using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Weaving;

public class AsyncFunctionTests
{
    public static TheoryData<string> Functions => new()
    {
        "[CacheData] static async Task<int> F(int a) { Probe.Run(0); await Task.Yield(); return a * 2; }",
        "[CacheData] static async ValueTask<int> F(int a) { Probe.Run(0); await Task.Yield(); return a * 2; }",
        "[CacheData] static Task<int> F(int a) => Task.FromResult(Probe.Run(a * 2));",
        "[CacheData] static ValueTask<int> F(int a) => new(Probe.Run(a * 2));",
        "[CacheResource] static ValueTask<int> F(int a) => new(Task.FromResult(Probe.Run(a * 2)));",
        "static int _n; static async Task<int> F(int a) { await G(a); return _n; } [CacheData] static async Task G(int a) { Probe.Run(0); await Task.Yield(); _n = a * 2; }",
        "static int _n; static async Task<int> F(int a) { await G(a); return _n; } [CacheData] static async ValueTask G(int a) { Probe.Run(0); await Task.Yield(); _n = a * 2; }",
        "static int _n; static async Task<int> F(int a) { await G(a); return _n; } [CacheData] static Task G(int a) { _n = Probe.Run(a * 2); return Task.CompletedTask; }",
        "static int _n; static async Task<int> F(int a) { await G(a); return _n; } [CacheData] static ValueTask G(int a) { _n = Probe.Run(a * 2); return default; }",
        "static async Task<int> F(int a) => (await G(new List<int> { a, a })).Sum(); [CacheData] static async Task<List<T>> G<T>(List<T> a) { Probe.Run(0); await Task.Yield(); return a; }",
        "static Task<int> F(int a) { return G(a); [CacheData] static async Task<int> G(int a) { Probe.Run(0); await Task.Yield(); return a * 2; } }",
    };

    [Theory]
    [Trait("case", "70")]
    [Trait("case", "54")]
    [MemberData(nameof(Functions))]
    public async Task Every_kind_of_asynchronous_function_goes_through_the_cache(string members)
    {
        using var program = WovenProgram.Of(Probe.Source + "public static class Test { " + members + " public static async Task<int> Go() => await F(21); }");
        Assert.Equal(42, await program.Call<Task<int>>("Go"));
        Assert.Equal(42, await program.Call<Task<int>>("Go"));
        Assert.Equal(1, Probe.RunsIn(program.Assembly));
    }

    [Theory]
    [InlineData("Task<int>")]
    [InlineData("ValueTask<int>")]
    [InlineData("Task")]
    [InlineData("ValueTask")]
    public async Task An_exception_comes_out_of_the_task(string type)
    {
        using var program = WovenProgram.Of($$"""
            public static class Test
            {
                [CacheData] static async {{type}} F() { await Task.Yield(); throw new InvalidOperationException("no data"); }
                public static async Task Go() => await F();
            }
            """);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => program.Call<Task>("Go"));
        Assert.Equal("no data", error.Message);
    }
}
