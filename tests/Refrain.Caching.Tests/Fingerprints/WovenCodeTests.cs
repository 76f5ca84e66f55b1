using Microsoft.CodeAnalysis;
using Refrain.Caching.Functions;

namespace Refrain.Caching.Tests.Fingerprints;

[Trait("row", "A3")]
public class WovenCodeTests
{
    private const string Script = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Refrain;

        Console.WriteLine(Summary("a"));

        [CacheData]
        static int Summary(string path) => Load(path).Sum() + Countdown(3) + Pick<int>([1]) + Later(path).Result + new Store().Rows("a");

        [CacheData(Ttl = "1h")]
        static List<int> Load(string path)
        {
            return path.Split(',').Select(cell => Parse(cell)).ToList();
        }

        static int Parse(string cell) => int.Parse(cell);

        [CacheData]
        static int Countdown(int from) => from == 0 ? 0 : Countdown(from - 1);

        [CacheData]
        static T Pick<T>(T[] items) => items[0];

        [CacheData]
        static async Task<int> Later(string path)
        {
            await Task.Yield();
            return path.Length;
        }

        class Store
        {
            [CacheResource]
            public virtual int Rows(string table) => table.Length;
        }

        class Fake : Store
        {
            public override int Rows(string table) => 7;
        }
        """;

    [Theory]
    [InlineData("path.Split(',')", "path.Split(';')", "Load")] // a cached helper
    [InlineData("int.Parse(cell)", "int.Parse(cell) + 1", "Parse")] // what it calls
    [InlineData("from - 1", "from - 2", "Countdown")]
    [InlineData("items[0]", "items[1]", "Pick")]
    [InlineData("return path.Length", "return -path.Length", "Later")]
    [InlineData("=> table.Length", "=> table.Length + 1", "Store.Rows")]
    [InlineData("=> 7", "=> 8", "Fake.Rows")]
    public void A_change_inside_a_cached_helper_changes_its_callers(string old, string @new, params string[] parts)
    {
        foreach (var build in (OptimizationLevel[])[OptimizationLevel.Debug, OptimizationLevel.Release])
        {
            var (older, newer) = (OfBody(Script, build), OfBody(Script.Replace(old, @new, StringComparison.Ordinal), build));
            Assert.Equal(parts, newer.ChangedSince(older));
            Assert.NotEqual(older.Digest, newer.Digest);
        }
    }

    [Theory]
    [InlineData("Ttl = \"1h\"", "Ttl = \"2h\"")] // its options are not what it runs
    [InlineData("class Store", "class Other { [CacheData] public int Rows() => 1; }\nclass Store")]
    [InlineData("static int Parse", "[CacheData]\nstatic int Unrelated() => new[] { 1 }.Count(x => x > 0);\n\nstatic int Parse")]
    public void Other_cached_functions_and_options_change_nothing(string old, string @new)
    {
        foreach (var build in (OptimizationLevel[])[OptimizationLevel.Debug, OptimizationLevel.Release])
        {
            var (older, newer) = (OfBody(Script, build), OfBody(Script.Replace(old, @new, StringComparison.Ordinal), build));
            Assert.Empty(newer.ChangedSince(older));
            Assert.Equal(older.Digest, newer.Digest);
        }
    }

    [Fact]
    public void The_parts_bear_the_names_of_the_source()
    {
        var parts = OfBody(Script, OptimizationLevel.Release).Parts.Keys;
        Assert.Equal([".NET", "Countdown", "Fake.Rows", "Later", "Load", "Load.lambda", "Parse", "Pick", "Store", "Store.Rows", "Summary"], parts);
    }

    [Fact]
    public void A_wrapper_and_its_body_have_the_same_parts()
    {
        using var code = CompiledCode.LoadWoven(Script, OptimizationLevel.Release);
        Assert.Equal(CodeFingerprint.Of(code.Body("Summary")).Parts.Keys, code.Fingerprint("Summary").Parts.Keys);
    }

    private static CodeFingerprint OfBody(string source, OptimizationLevel build)
    {
        using var code = CompiledCode.LoadWoven(source, build);
        return CodeFingerprint.Of(code.Body("Summary"));
    }
}
