using System.Globalization;
using Refrain.Bench.Benchmarks;
using Refrain.Bench.Report;

namespace Refrain.Bench.Rows;

/// <summary>The rows that BenchmarkDotNet measures, each a ratio within one run.</summary>
internal static class BenchmarkRows
{
    internal static IEnumerable<Row> Hits(bool quick)
    {
        var hit = Measurement.Of<IntHit>(quick);
        var (bare, sync) = (hit[nameof(IntHit.Bare)], hit[nameof(IntHit.Hit)]);
        var most = Math.Max(2 * bare, bare + 6);
        yield return Within("hit, `int` → `int`", "2 × a bare dictionary or that plus 6 ns", hit, nameof(IntHit.Hit), most);
        yield return Within("the same in a collectible assembly", "the same", hit, nameof(IntHit.Collectible), most);
        yield return Within("the same with `Ttl`", "that plus one timestamp", hit, nameof(IntHit.Ttl), most + hit[nameof(IntHit.Timestamp)]);
        yield return Ratio("async hit (`ValueTask<T>`), awaited", "1.5 × the sync hit", hit[nameof(IntHit.Async)] / sync, 1.5);
        yield return Ratio("async hit (`Task<T>`), awaited", "stated", hit[nameof(IntHit.TaskHit)] / sync, most: null);
        yield return new("bytes allocated by these hits", "0", $"{hit.MostBytes(nameof(IntHit.Hit), nameof(IntHit.Collectible), nameof(IntHit.Ttl))}",
            hit.MostBytes(nameof(IntHit.Hit), nameof(IntHit.Collectible), nameof(IntHit.Ttl)) == 0);

        var pair = Measurement.Of<PairHit>(quick);
        yield return Ratio("hit, `(int, string)` → immutable record", "1.6 × a bare dictionary", pair[nameof(PairHit.Hit)] / pair[nameof(PairHit.Bare)], 1.6);
        yield return new("bytes allocated by it", "0", $"{pair.MostBytes(nameof(PairHit.Hit))}", pair.MostBytes(nameof(PairHit.Hit)) == 0);
        yield return Faster("the same beside `IMemoryCache.GetOrCreate`", 2, pair[nameof(PairHit.MemoryCache)] / pair[nameof(PairHit.Hit)]);
    }

    internal static IEnumerable<Row> Copies(bool quick) =>
    [
        .. Copy<OneObject>("one plain object", quick),
        .. Copy<ListOfThree>("`List<int>` of 3", quick),
        .. Copy<DictionaryOfTen>("`Dictionary` of 10", quick),
        .. Copy<ThousandObjects>("1,000 plain objects", quick),
        .. Copy<HundredThousandObjects>("100,000 plain objects", quick),
    ];

    internal static IEnumerable<Row> Keys(bool quick)
    {
        var big = Measurement.Of<BigArray>(quick);
        yield return Ratio("hit returning `double[]` of 10 million", "1.15 × `Clone()`", big[nameof(BigArray.Hit)] / big[nameof(BigArray.Clone)], 1.15);
        yield return Faster("key of `double[]` of 10 million, beside SHA-256", 5, big[nameof(BigArray.Sha256)] / big[nameof(BigArray.Key)]);
        yield return Key<KeyOfRecord>("a record of five fields", quick);
        yield return Key<KeyOfList>("a list of 100 ints", quick);
        yield return Key<KeyOfStrings>("a dictionary of 100 strings", quick);
    }

    private static IEnumerable<Row> Copy<T>(string value, bool quick)
    {
        var copies = Measurement.Of<T>(quick);
        var hit = copies["Hit"];
        yield return Ratio($"hit returning {value}", "2 × a clone by hand", hit / copies["ByHand"], 2);
        yield return Faster("the same beside `System.Text.Json` there and back", 4, copies["Json"] / hit);
    }

    private static Row Key<T>(string value, bool quick)
    {
        var keys = Measurement.Of<T>(quick);
        return Faster($"key of {value}, beside JSON that is hashed", 5, keys["HashedJson"] / keys["Key"]);
    }

    private static Row Within(string name, string reach, Measurement run, string method, double most) => new(
        name, reach, string.Create(CultureInfo.InvariantCulture, $"{run[method] / run[nameof(IntHit.Bare)]:F1} ×: {run[method]:F1} of at most {most:F1} ns"), run[method] <= most);

    private static Row Ratio(string name, string reach, double ratio, double? most) =>
        new(name, most is null ? reach : $"at most {reach}", string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} ×"), most is null ? null : ratio <= most);

    private static Row Faster(string name, double least, double times) => new(
        name, string.Create(CultureInfo.InvariantCulture, $"at least {least} × faster"), string.Create(CultureInfo.InvariantCulture, $"{times:F1} ×"), times >= least);
}
