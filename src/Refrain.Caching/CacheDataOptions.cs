namespace Refrain;

/// <summary>The options of a function cached by <see cref="Cache.Data{TDelegate}"/>.</summary>
/// <example><code>
/// var square = Cache.Data((int x) => x * x, new() { Ttl = TimeSpan.FromHours(1), MaxEntries = 100 });
/// Console.WriteLine(square(3));
/// </code></example>
public sealed class CacheDataOptions : CachedFunctionOptions
{
    /// <summary>Where else entries are kept. Default: <see cref="Persist.None"/>, in memory only.</summary>
    public Persist Persist { get; init; }
}
