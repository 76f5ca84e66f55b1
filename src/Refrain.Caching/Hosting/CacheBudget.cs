namespace Refrain.Caching.Hosting;

/// <summary>How much memory cached data may take.</summary>
internal static class CacheBudget
{
    /// <summary>What the process may use: of the machine, or of its container where that is less.</summary>
    internal static long Available => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    internal static long HalfOfMemory => Available / 2;
}
