namespace Refrain;

/// <summary>Keeps the object the function returns and gives the same reference to everyone.</summary>
/// <example><code>
/// [CacheResource]
/// static HttpClient Client() => new() { BaseAddress = new Uri("https://example.org") };
/// </code></example>
public sealed class CacheResourceAttribute : CachedFunctionAttribute
{
    /// <summary>The name of a method of the declaring type that is asked on every hit whether the resource is still good. Default: none.</summary>
    public string? Validate { get; set; }

    /// <summary>The name of a method of the declaring type that releases the resource. Default: <c>DisposeAsync</c> or <c>Dispose</c>.</summary>
    public string? OnRelease { get; set; }
}
