using System.Reflection;

namespace Refrain.Weaver.Tests.Compiling;

/// <summary>Source that tested programs share: it counts how often bodies run.</summary>
internal static class Probe
{
    internal const string Source = """
        public static class Probe
        {
            public static int Runs;

            public static T Run<T>(T value)
            {
                Runs++;
                return value;
            }
        }
        """;

    /// <summary>How often bodies have run.</summary>
    internal static int RunsIn(Assembly assembly) =>
        (int)assembly.GetType("Probe", throwOnError: true)!.GetField("Runs")!.GetValue(null)!;
}
