namespace Refrain.Caching.Functions;

/// <summary>What the functions of a host have been doing: one report each, over all sessions and versions of its code.</summary>
internal static class Reports
{
    /// <param name="caches">The caches that live.</param>
    /// <param name="past">What those that ended had counted, by the identity of their function.</param>
    internal static IReadOnlyList<FunctionReport> Of(IEnumerable<FunctionCache> caches, Func<string, FunctionTotals> past) =>
    [
        .. caches
            .GroupBy(cache => cache.Definition.Name.Identity)
            .Select(group => Sum([.. group.Select(cache => cache.Report())], group.Aggregate(past(group.Key), (sum, cache) => sum + cache.Totals)))
            .OrderBy(report => report.Name, StringComparer.Ordinal),
    ];

    private static FunctionReport Sum(FunctionReport[] reports, FunctionTotals totals) => reports[0] with
    {
        Entries = reports.Sum(report => report.Entries),
        Bytes = reports.Sum(report => report.Bytes),
        Computing = reports.Sum(report => report.Computing),
        Waiting = reports.Sum(report => report.Waiting),
        LastMiss = reports.Select(report => report.LastMiss).LastOrDefault(why => why is not null),
        Details = reports.Length == 1 ? reports[0].Details : [.. reports.SelectMany(report => report.Details).OrderByDescending(entry => entry.Bytes).Take(1000)],
        Hits = totals.Hits,
        StaleHits = totals.StaleHits,
        Misses = totals.Misses,
        Joins = totals.Joins,
        StorageHits = totals.StorageHits,
        Executions = totals.Executions,
        Failures = totals.Failures,
        TimeSpent = totals.TimeSpent,
        TimeSaved = totals.TimeSaved,
        Evictions = totals.Evictions,
    };
}
