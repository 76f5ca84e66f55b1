using System.Reflection;

namespace Refrain.Weaver.Tests.Compiling;

/// <summary>Source that tested programs share: it counts how often bodies run, and how often they do so on the cache's behalf.</summary>
internal static class Probe
{
    internal const string Source = """
        public static class Probe
        {
            public static int Runs;
            public static int RunsByTheCache;

            public static T Run<T>(T value)
            {
                Runs++;
                var frames = new System.Diagnostics.StackTrace().GetFrames();
                if (frames.Any(f => f.GetMethod()!.DeclaringType?.Name.Contains("k__Cached") == true))
                    RunsByTheCache++;
                return value;
            }
        }
        """;

    /// <summary>Checks that every run of a body was one of the cache's.</summary>
    internal static void AssertCached(Assembly assembly)
    {
        var probe = assembly.GetType("Probe", throwOnError: true)!;
        var runs = (int)probe.GetField("Runs")!.GetValue(null)!;
        Assert.NotEqual(0, runs);
        Assert.Equal(runs, (int)probe.GetField("RunsByTheCache")!.GetValue(null)!);
    }
}
