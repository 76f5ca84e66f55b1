using System.Diagnostics;
using Refrain.Caching.Functions;

namespace Refrain.Soak;

/// <summary>Several threads that call and clear at random, and one that watches limits and memory.</summary>
internal sealed class Soak(TimeSpan duration)
{
    private const int Threads = 6;
    private const int CallsPerClear = 200;

    /// <summary>What the heap may grow by between the first and the last tenth of the time: a tenth, and what noise there is.</summary>
    private const double MostGrowth = 1.1;
    private const long Noise = 4 << 20;

    private readonly List<long> _heap = [];
    private long _calls;
    private long _clears;
    private volatile bool _ends;

    /// <summary>Gives whether every rule held.</summary>
    internal bool Run()
    {
        using (var host = new CacheHost(new CacheHostSettings { Clock = new FastClock() }))
        {
            var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() => Hammer(new Random(number)))).ToArray();
            foreach (var thread in threads)
                thread.Start();
            Watch();
            _ends = true;
            foreach (var thread in threads)
                thread.Join();
            Cache.ClearResources();
            Cache.ClearData();
        }

        Violations.Require(Tool.Made == Tool.Released, $"{Tool.Made} resources were made and {Tool.Released} released");
        return Report();
    }

    private void Hammer(Random random)
    {
        while (!_ends)
        {
            var probe = Probes.All[random.Next(Probes.All.Length)];
            try
            {
                if (random.Next(CallsPerClear) == 0)
                    Clear(probe, random);
                probe.Call(random).AsTask().GetAwaiter().GetResult();
                Interlocked.Increment(ref _calls);
            }
            catch (Exception exception)
            {
                Violations.Require(false, $"{probe.Name} threw {exception}");
            }
        }
    }

    private void Clear(Probe probe, Random random)
    {
        Interlocked.Increment(ref _clears);
        if (random.Next(8) != 0)
            probe.Clear(random);
        else if (random.Next(2) == 0)
            Cell.Clear([Functions.TaggedCell, Functions.ShortToolCell], () => Cache.ClearTag(Functions.Tag));
        else if (random.Next(2) == 0)
            Cell.Clear([Functions.ToolCell, Functions.CheckedToolCell, Functions.ShortToolCell, Functions.AsyncToolCell], () => Cache.ClearResources());
        else
            Cell.Clear([Functions.PlainCell, Functions.SheetCell, Functions.InnerCell, Functions.GraphCell, Functions.FewCell], () => Cache.ClearData());
    }

    private void Watch()
    {
        var start = Stopwatch.GetTimestamp();
        var step = TimeSpan.FromMilliseconds(Math.Max(50, duration.TotalMilliseconds / 200));
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            Thread.Sleep(step);
            _heap.Add(GC.GetTotalMemory(forceFullCollection: true));
            foreach (var report in Cache.Inspect())
                CheckLimits(report);
        }
    }

    private static void CheckLimits(FunctionReport report)
    {
        if (report.Name is nameof(Functions.Few) or nameof(Functions.Inner) or nameof(Functions.Tagged) or nameof(Functions.OpenChecked))
            Violations.Require(report.Entries <= Functions.MostEntries, $"{report.Name} has {report.Entries} entries");
        if (report.Name == nameof(Functions.Small))
            Violations.Require(report.Bytes <= Functions.MostBytes, $"{report.Name} takes {report.Bytes} bytes");
    }

    private bool Report()
    {
        // The first tenth compiles and fills; it is compared with what comes after it.
        var tenth = Math.Max(1, _heap.Count / 10);
        var (early, late) = (Median(_heap.Skip(tenth).Take(tenth)), Median(_heap.TakeLast(tenth)));
        Violations.Require(late <= early * MostGrowth + Noise, $"the heap grew from {early:N0} to {late:N0} bytes");
        Console.WriteLine($"{_calls:N0} calls of {Probes.All.Length} functions, {_clears:N0} clears, {Tool.Made:N0} resources made, {Tool.Released:N0} released");
        Console.WriteLine($"heap: {early:N0} bytes early, {late:N0} bytes late");
        foreach (var violation in Violations.Shown)
            Console.WriteLine($"VIOLATION: {violation}");
        Console.WriteLine($"{Violations.Count} violations");
        return Violations.Count == 0;
    }

    private static long Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
