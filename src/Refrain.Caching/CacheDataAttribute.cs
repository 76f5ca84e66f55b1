namespace Refrain;

/// <summary>Keeps what the function returns; every caller gets a value of its own.</summary>
/// <example><code>
/// [CacheData(Ttl = "1h")]
/// static string Load(string path) => File.ReadAllText(path);
/// </code></example>
public sealed class CacheDataAttribute : CachedFunctionAttribute
{
    /// <summary>Where else entries are kept. Default: <see cref="Persist.None"/>, in memory only.</summary>
    public Persist Persist { get; set; }
}
