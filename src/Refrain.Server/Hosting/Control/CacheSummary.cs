namespace Refrain.Server.Hosting.Control;

/// <summary>One function's cache, as the console shows it. No value of an entry and no argument is in it.</summary>
internal sealed record CacheSummary(string Name, bool IsResource, int Entries, long Bytes, long Hits, long Misses, long Executions, string? LastMiss)
{
    internal static CacheSummary[] Of(ICache cache) =>
    [
        .. cache.Inspect().Select(report => new CacheSummary(
            report.Name, report.IsResource, report.Entries, report.Bytes, report.Hits, report.Misses, report.Executions, report.LastMiss)),
    ];
}
