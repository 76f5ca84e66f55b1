global using ReportRow = Refrain.Bench.Rows.Row;

namespace Refrain.LargeData;

/// <summary>Cached functions that return what is there already, so that the whole call is the cache's.</summary>
internal static class Functions
{
    /// <summary>What the functions return.</summary>
    internal static object? Built { get; set; }

    [CacheData]
    internal static DataFrame Data(int rows) => (DataFrame)Built!;

    [CacheResource]
    internal static DataFrame Shared(int rows) => (DataFrame)Built!;

    [CacheData]
    internal static FourArrays Arrays(int rows) => (FourArrays)Built!;

    [CacheData]
    internal static int Rows(DataFrame data) => data.RowCount;

    [CacheData]
    internal static int Nothing(int number) => number;
}

/// <summary>The same numbers as a frame of four columns, in arrays that anyone may change.</summary>
internal sealed record FourArrays(double[] A, double[] B, double[] C, double[] D);
