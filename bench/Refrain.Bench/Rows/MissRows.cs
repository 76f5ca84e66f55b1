using System.Diagnostics;
using System.Globalization;
using Refrain.Bench.Functions;

namespace Refrain.Bench.Rows;

/// <summary>Many callers of one missing key, and many keys through few entries.</summary>
internal static class MissRows
{
    private const int Callers = 1000;
    private const int Inserts = 100_000;

    internal static IEnumerable<Row> All(bool quick)
    {
        // Numbers of their own each, so that every row is a miss.
        yield return Flight("1,000 async callers of one missing key, body of 1 s", () => Async(-1, fails: false));
        yield return Flight("the same, failing", () => Async(-2, fails: true));
        yield return Flight("1,000 threads of one missing key, body of 1 s", () => Threads(-3, fails: false));
        yield return Flight("the same, failing", () => Threads(-4, fails: true));
        foreach (var row in Bounded(quick ? 3 : 9))
            yield return row;
    }

    private static Row Flight(string name, Func<TimeSpan> run)
    {
        MissFunctions.TakeExecutions();
        var elapsed = run();
        var executions = MissFunctions.TakeExecutions();
        return new(name, "1 execution, all served within 1.2 s",
            string.Create(CultureInfo.InvariantCulture, $"{executions} in {elapsed.TotalSeconds:F2} s"), executions == 1 && elapsed.TotalSeconds <= 1.2);
    }

    private static TimeSpan Async(int number, bool fails)
    {
        var start = Stopwatch.GetTimestamp();
        Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => OneAsync(number, fails))).GetAwaiter().GetResult();
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task OneAsync(int number, bool fails)
    {
        try
        {
            await MissFunctions.SlowAsync(number, fails).ConfigureAwait(false);
        }
        catch (InvalidOperationException) when (fails)
        {
        }
    }

    private static TimeSpan Threads(int number, bool fails)
    {
        using var barrier = new Barrier(Callers + 1);
        var threads = Enumerable.Range(0, Callers).Select(_ => new Thread(() => One(number, fails, barrier), maxStackSize: 256 * 1024)).ToArray();
        foreach (var thread in threads)
            thread.Start();
        barrier.SignalAndWait();
        var start = Stopwatch.GetTimestamp();
        foreach (var thread in threads)
            thread.Join();
        return Stopwatch.GetElapsedTime(start);
    }

    private static void One(int number, bool fails, Barrier barrier)
    {
        barrier.SignalAndWait();
        try
        {
            MissFunctions.Slow(number, fails);
        }
        catch (InvalidOperationException) when (fails)
        {
        }
    }

    private static IEnumerable<Row> Bounded(int rounds)
    {
        var rates = new List<double>();
        Insert(0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 1; round <= rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            Insert(round);
            rates.Add(Inserts / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        var rate = rates.Max();
        yield return new("100,000 distinct keys at `MaxEntries = 1000`", "at least a million inserts a second",
            string.Create(CultureInfo.InvariantCulture, $"{rate / 1e6:F2} million a second"), rate >= 1e6);
        yield return new($"memory after {rounds} times as many", "bounded",
            string.Create(CultureInfo.InvariantCulture, $"{grown / 1024.0:+0;-0;0} KiB beside the first 100,000"), grown < 1 << 20);
    }

    private static void Insert(int round)
    {
        for (var number = 0; number < Inserts; number++)
            MissFunctions.Bounded((round * Inserts) + number);
    }
}
