using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Refrain.Bench.Report;

/// <summary>One benchmark class, run once.</summary>
/// <remarks>
/// Many short iterations, of which the lower quartile counts: what else runs on the machine then lengthens only some of them, and the
/// methods that are compared alike. Warmed up for so long that everything is compiled for good.
/// </remarks>
internal sealed class Measurement
{
    private readonly Summary _summary;

    private Measurement(Summary summary) => _summary = summary;

    /// <summary>Nanoseconds of one call.</summary>
    internal double this[string method] => Report(method).ResultStatistics?.Q1
        ?? throw new InvalidOperationException($"{_summary.Title}: {method} did not run");

    internal static Measurement Of<T>(bool quick) => new(BenchmarkRunner.Run<T>(Config(quick)));

    internal long MostBytes(params string[] methods) =>
        methods.Max(method => Report(method).GcStats.GetBytesAllocatedPerOperation(Report(method).BenchmarkCase) ?? 0);

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

    private BenchmarkReport Report(string method) =>
        _summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
}
