using Microsoft.CodeAnalysis;

namespace Refrain.Weaver.Tests.Analyzers;

[Trait("row", "H2")]
public class PlainResourceAnalyzerTests
{
    private const string Types = """
        sealed record Sale(int Year, string Shop, DateTime? At, Kind Kind, (int, decimal) Price);
        sealed record Open(int Number) : IDisposable { public void Dispose() { } }
        sealed record Changing(int Number) { public int Other { get; set; } }
        sealed record Holder(object Anything);
        record Base(int Number);
        class Plain;
        enum Kind { A }
        """;

    [Theory]
    [InlineData("int")]
    [InlineData("string")]
    [InlineData("string?")]
    [InlineData("Guid?")]
    [InlineData("Kind")]
    [InlineData("(int Year, string Shop)")]
    [InlineData("Sale")]
    [InlineData("Task<Sale>")]
    public async Task Plain_data_is_told_to_be_data(string type) => Assert.Equal(
        new Advice("RFN0704", "The cached function 'F' gives plain data as a resource. Use [CacheData], which counts it in the memory budget.", "F", DiagnosticSeverity.Info),
        await Advice.OneOnAsync($"{Types} class C {{ [CacheResource] static {type} F() => default!; }}"));

    [Theory]
    [InlineData("[CacheResource] static Open")]
    [InlineData("[CacheResource] static Changing")]
    [InlineData("[CacheResource] static Holder")]
    [InlineData("[CacheResource] static Base")]
    [InlineData("[CacheResource] static Plain")]
    [InlineData("[CacheResource] static object")]
    [InlineData("[CacheResource] static int[]")]
    [InlineData("[CacheResource(Validate = nameof(V))] static Sale")]
    [InlineData("[CacheData] static Sale")]
    public async Task Others_are_not(string function) =>
        Assert.Empty(await Advice.OnAsync($"{Types} class C {{ {function} F() => default!; static bool V(object value) => true; }}"));
}
