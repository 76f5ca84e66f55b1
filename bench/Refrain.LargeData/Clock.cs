using System.Diagnostics;
using System.Globalization;

namespace Refrain.LargeData;

/// <summary>Measures and says how long something takes.</summary>
internal static class Clock
{
    internal static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The median of several times; what is prepared before each is not counted.</summary>
    internal static TimeSpan Median(int times, Action action, Action? prepare = null)
    {
        var all = new List<TimeSpan>(times);
        for (var i = 0; i < times; i++)
        {
            prepare?.Invoke();
            all.Add(Time(action));
        }

        all.Sort();
        return all[times / 2];
    }

    internal static string Say(TimeSpan time) =>
        time.TotalMilliseconds < 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:F1} µs")
        : time.TotalSeconds < 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F1} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F2} s");

    internal static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} ×");

    /// <summary>Gives back what nobody holds any more, to the operating system too.</summary>
    internal static void GiveBack()
    {
        Cache.ClearData();
        Cache.ClearResources();
        Functions.Built = null;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
