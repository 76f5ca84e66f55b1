using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Refrain.Bench.Functions;

namespace Refrain.Bench.Rows;

/// <summary>Hits on several threads.</summary>
internal static class ThreadRows
{
    private const int CallsAtOnce = 4096;

    private static readonly ConcurrentDictionary<int, object> Bare = new([KeyValuePair.Create(7, (object)49)]);

    internal static IEnumerable<Row> All(bool quick)
    {
        yield return Growth(quick);
        yield return DuringMiss(quick);
    }

    /// <summary>How the calls a second of one entry grow from one to two threads, beside the same of a bare dictionary.</summary>
    private static Row Growth(bool quick)
    {
        var ratios = new List<(double Ours, double Bare)>();
        for (var round = 0; round < (quick ? 7 : 15); round++)
            ratios.Add((Rate(2, Hits) / Rate(1, Hits), Rate(2, BareHits) / Rate(1, BareHits)));
        var (ours, bare) = (Median(ratios.Select(ratio => ratio.Ours)), Median(ratios.Select(ratio => ratio.Bare)));
        return new("one entry hit from 1 and from 2 threads", "grows at least 0.9 × as a bare dictionary does",
            string.Create(CultureInfo.InvariantCulture, $"{ours:F2} × beside {bare:F2} ×: {ours / bare:F2}"), ours >= 0.9 * bare);
    }

    private static Row DuringMiss(bool quick)
    {
        using var gate = new ManualResetEventSlim();
        MissFunctions.Gated(0, null);
        var ratios = new List<double>();
        for (var round = 1; round <= (quick ? 7 : 15); round++)
        {
            var before = Rate(1, GatedHits);
            gate.Reset();
            var key = -round;
            var miss = new Thread(() => MissFunctions.Gated(key, gate));
            miss.Start();
            ratios.Add(Rate(1, GatedHits) / before);
            gate.Set();
            miss.Join();
        }

        var ratio = Median(ratios);
        return new("hits of other keys during a long miss", "keep their speed", string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} ×"), ratio >= 0.9);
    }

    private static void Hits()
    {
        for (var call = 0; call < CallsAtOnce; call++)
            HitFunctions.Square(7);
    }

    private static void GatedHits()
    {
        for (var call = 0; call < CallsAtOnce; call++)
            MissFunctions.Gated(0, null);
    }

    private static void BareHits()
    {
        for (var call = 0; call < CallsAtOnce; call++)
            Bare.TryGetValue(7, out _);
    }

    /// <summary>Calls a second by so many threads.</summary>
    private static double Rate(int threads, Action calls)
    {
        var (sum, ends) = (0L, false);
        using var barrier = new Barrier(threads + 1);
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            var own = 0L;
            barrier.SignalAndWait();
            for (; !Volatile.Read(ref ends); own += CallsAtOnce)
                calls();
            Interlocked.Add(ref sum, own);
        })).ToArray();
        foreach (var thread in all)
            thread.Start();
        barrier.SignalAndWait();
        var start = Stopwatch.GetTimestamp();
        Thread.Sleep(100);
        Volatile.Write(ref ends, true);
        var elapsed = Stopwatch.GetElapsedTime(start);
        foreach (var thread in all)
            thread.Join();
        return sum / elapsed.TotalSeconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
