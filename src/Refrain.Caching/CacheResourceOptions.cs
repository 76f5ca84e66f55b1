namespace Refrain;

/// <summary>The options of a function cached by <see cref="Cache.Resource{TDelegate}"/>.</summary>
/// <example><code>
/// var file = Cache.Resource(() => new MemoryStream(), new()
/// {
///     Validate = (MemoryStream stream) => stream.CanRead,
///     OnRelease = (MemoryStream stream) => stream.Dispose(),
/// });
/// Console.WriteLine(file().CanRead);
/// </code></example>
public sealed class CacheResourceOptions : CachedFunctionOptions
{
    /// <summary>Asked on every hit whether the resource is still good: takes the resource, and if it likes parameters of the function by their
    /// names and a <see cref="CancellationToken"/>; returns <see cref="bool"/> or <c>ValueTask&lt;bool&gt;</c>. It captures nothing, since it outlives
    /// the run it was written in. Default: <see langword="null"/>, the resource is always good.</summary>
    public Delegate? Validate { get; init; }

    /// <summary>Releases the resource: takes it, and returns nothing or <see cref="ValueTask"/>. It captures nothing. Default: <see langword="null"/>,
    /// <c>DisposeAsync</c> or <c>Dispose</c>.</summary>
    public Delegate? OnRelease { get; init; }
}
