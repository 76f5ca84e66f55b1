using System.Diagnostics.Metrics;

namespace Refrain.Caching.Functions;

/// <summary>What the caches of all hosts do, as metrics of the meter <c>Refrain.Caching</c>.</summary>
/// <remarks>
/// Names, units and attributes follow the semantic conventions of OpenTelemetry. Everything but the durations is read when somebody
/// collects, so that a hit costs nothing more.
/// </remarks>
internal sealed class CacheMeter : IDisposable
{
    internal const string Name = "Refrain.Caching";

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _duration;
    private readonly Func<IReadOnlyList<CacheHost>> _hosts;

    internal CacheMeter(Func<IReadOnlyList<CacheHost>> hosts)
    {
        _hosts = hosts;
        Counter("refrain.cache.hits", "{hit}", "Calls that were answered from an entry.", report => report.Hits);
        Counter("refrain.cache.stale_hits", "{hit}", "Hits that got a value whose time was up.", report => report.StaleHits);
        Counter("refrain.cache.misses", "{miss}", "Calls that found no entry they could be answered from.", report => report.Misses);
        Counter("refrain.cache.storage_hits", "{hit}", "Misses that were answered from a store beside memory.", report => report.StorageHits);
        Counter("refrain.cache.executions", "{execution}", "How often bodies of cached functions ran.", report => report.Executions);
        Counter("refrain.cache.failures", "{failure}", "How often they threw.", report => report.Failures);
        _meter.CreateObservableCounter("refrain.cache.evictions", Evictions, "{entry}", "Entries that left, by why.");
        Level("refrain.cache.entries", "{entry}", "Entries in memory.", report => report.Entries);
        Level("refrain.cache.memory", "By", "Bytes of the entries in memory.", report => report.Bytes);
        Level("refrain.cache.computing", "{computation}", "Computations going on.", report => report.Computing);
        Level("refrain.cache.waiting", "{caller}", "Callers waiting for a computation.", report => report.Waiting);
        _duration = _meter.CreateHistogram<double>("refrain.cache.execution.duration", "s", "How long bodies of cached functions ran.");
    }

    /// <summary>Records how long a body ran.</summary>
    internal void Ran(FunctionDefinition function, TimeSpan time)
    {
        if (_duration.Enabled)
            _duration.Record(time.TotalSeconds, Tags(function.Name.Display, function.Options.IsResource));
    }

    public void Dispose() => _meter.Dispose();

    private void Counter(string name, string unit, string description, Func<FunctionReport, long> value) =>
        _meter.CreateObservableCounter(name, () => Measure(value), unit, description);

    private void Level(string name, string unit, string description, Func<FunctionReport, long> value) =>
        _meter.CreateObservableUpDownCounter(name, () => Measure(value), unit, description);

    private IEnumerable<Measurement<long>> Measure(Func<FunctionReport, long> value) =>
        Functions().Select(function => new Measurement<long>(function.Sum(value), Tags(function.Key.Name, function.Key.IsResource)));

    private IEnumerable<Measurement<long>> Evictions() =>
        from function in Functions()
        from reason in function.SelectMany(report => report.Evictions)
        group reason.Value by (function.Key.Name, function.Key.IsResource, Reason: reason.Key) into same
        select new Measurement<long>(
            same.Sum(), [.. Tags(same.Key.Name, same.Key.IsResource), new("refrain.cache.eviction.reason", same.Key.Reason.ToString())]);

    /// <summary>Functions of one name are one series, so that no set of attributes stands twice.</summary>
    private IEnumerable<IGrouping<(string Name, bool IsResource), FunctionReport>> Functions() =>
        _hosts().SelectMany(host => host.Inspect()).GroupBy(report => (report.Name, report.IsResource));

    private static KeyValuePair<string, object?>[] Tags(string function, bool isResource) =>
        [new("refrain.cache.function", function), new("refrain.cache.kind", isResource ? "resource" : "data")];
}
