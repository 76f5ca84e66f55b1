using Refrain.Caching.Functions.Doors;

namespace Refrain;

/// <content>Caching without attributes.</content>
public static partial class Cache
{
    private static readonly CacheDataOptions PlainData = new();
    private static readonly CacheResourceOptions PlainResource = new();

    /// <summary>Caches what a lambda or method returns; every caller gets a value of its own. The same as <c>[CacheData]</c>, without weaving.</summary>
    /// <remarks>The key is made of the arguments and of the captured variables that the lambda reads. Lambdas that run the same code are one
    /// function and share their entries, so it may be called again on every run of a script.</remarks>
    /// <typeparam name="TDelegate">The type of the delegate; the compiler knows it.</typeparam>
    /// <param name="function">A lambda, a local function or a method.</param>
    /// <param name="options">How long and how much to keep. Default: everything, for ever.</param>
    /// <returns>A delegate to call instead.</returns>
    /// <exception cref="CacheException">The function cannot be cached, for example because it changes a captured variable.</exception>
    /// <exception cref="CacheOptionException">An option has a value that is not allowed, or the same code has other options elsewhere.</exception>
    /// <example><code>
    /// var factor = 2;
    /// var scale = Cache.Data((int x) => x * factor, new() { Ttl = TimeSpan.FromHours(1) });
    /// Console.WriteLine(scale(21));
    /// Cache.Clear(scale, 21);
    /// Cache.Clear(scale);
    /// </code></example>
    public static TDelegate Data<TDelegate>(TDelegate function, CacheDataOptions? options = null)
        where TDelegate : Delegate
    {
        ArgumentNullException.ThrowIfNull(function);
        return DoorCode<TDelegate>.Of(function).Open(function, options ?? PlainData);
    }

    /// <summary>Keeps the object that a lambda or method returns and gives the same reference to everyone. The same as <c>[CacheResource]</c>, without weaving.</summary>
    /// <inheritdoc cref="Data" path="/*[not(self::summary or self::example)]"/>
    /// <example><code>
    /// var client = Cache.Resource((string host) => new HttpClient { BaseAddress = new Uri($"https://{host}") });
    /// Console.WriteLine(ReferenceEquals(client("example.org"), client("example.org")));
    /// </code></example>
    public static TDelegate Resource<TDelegate>(TDelegate function, CacheResourceOptions? options = null)
        where TDelegate : Delegate
    {
        ArgumentNullException.ThrowIfNull(function);
        return DoorCode<TDelegate>.Of(function).Open(function, options ?? PlainResource);
    }
}
