using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Refrain.Bench.Report;

/// <summary>One benchmark class, run a few times.</summary>
/// <remarks>
/// Many short iterations, of which the lower quartile counts: what else runs on the machine then lengthens only some of them, and the
/// methods that are compared alike. But there are also minutes in which everything is half as fast, and one method may fall into them and the
/// other not; so the class is run a few times, and the quickest counts of each method. Warmed up for so long that everything is compiled for good.
/// </remarks>
internal sealed class Measurement
{
    private const int Runs = 3;

    private readonly IReadOnlyList<Summary> _summaries;

    private Measurement(IReadOnlyList<Summary> summaries) => _summaries = summaries;

    /// <summary>Nanoseconds of one call.</summary>
    internal double this[string method] => Reports(method).Min(report => report.ResultStatistics?.Q1)
        ?? throw new InvalidOperationException($"{_summaries[0].Title}: {method} did not run");

    internal static Measurement Of<T>(bool quick) => new([.. Enumerable.Range(0, quick ? 1 : Runs).Select(_ => BenchmarkRunner.Run<T>(Config(quick)))]);

    internal long MostBytes(params string[] methods) =>
        methods.SelectMany(Reports).Max(report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);

    internal static IConfig Config(bool quick) => ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(quick ? 60 : 150)
            .WithIterationTime(TimeInterval.FromMilliseconds(quick ? 10 : 20))
            .WithMinIterationCount(9).WithMaxIterationCount(200).WithIterationCount(quick ? 15 : 50)
            .WithUnrollFactor(1)
            .WithEvaluateOverhead(false))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(NullLogger.Instance)
        .WithOptions(ConfigOptions.DisableLogFile);

    private IEnumerable<BenchmarkReport> Reports(string method) =>
        _summaries.Select(summary => summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method));
}
