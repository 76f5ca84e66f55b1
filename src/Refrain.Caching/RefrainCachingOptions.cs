using System.Globalization;
using Microsoft.Extensions.Logging;
using Refrain.Caching.Hosting;

namespace Refrain;

/// <summary>How the caches of a program behave. Bound to the configuration section <c>Refrain</c> by <c>AddRefrainCaching</c>.</summary>
/// <example><code>
/// builder.Services.AddRefrainCaching(o =>
/// {
///     o.Budget = 4L &lt;&lt; 30;
///     o.Functions["LoadData"] = new() { Ttl = TimeSpan.FromHours(1) };
/// });
/// </code></example>
public sealed class RefrainCachingOptions
{
    /// <summary>How many bytes the values of all <c>[CacheData]</c> functions may take together; <see langword="null"/> for no limit.
    /// Default: half of the memory that the process may use. In configuration: <c>"4GB"</c>, <c>"50%"</c> of that memory, or <c>"none"</c>.</summary>
    public long? Budget { get; set; } = CacheBudget.HalfOfMemory;

    /// <summary>Where entries of <see cref="Persist.Disk"/> lie. Default: <see langword="null"/>, the platform's cache folder for this user,
    /// then <c>Refrain</c>, then <see cref="AppName"/>.</summary>
    public string? Folder { get; set; }

    /// <summary>The name of the app in the default folder. Programs of one name share what lies on disk. Default: the program's assembly.</summary>
    public string AppName { get; set; } = CacheFolder.EntryName;

    /// <summary>How long a resource lives on after it left the cache, when it was given to a caller without a page, a request or
    /// <c>Cache.Hold()</c>. Default: 5 minutes. In configuration: <c>"5m"</c>.</summary>
    public TimeSpan ReleaseGrace { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The culture in which cached functions run, whoever calls them. Default: the process's when the options are made.</summary>
    public CultureInfo Culture { get; set; } = CultureInfo.CurrentCulture;

    /// <summary>What holds for functions that say nothing else. <see cref="CachedFunctionSettings.Ttl"/>, <see cref="CachedFunctionSettings.StaleFor"/>,
    /// the limits and <see cref="CachedFunctionSettings.Persist"/> are for <c>[CacheData]</c> functions: a resource lives until it says itself.</summary>
    public CachedFunctionSettings Defaults { get; } = new();

    /// <summary>What holds for single functions, whatever their attributes say. A key is a function's name, with as much before it as it takes to
    /// tell it from others: <c>LoadData</c>, <c>Sales.LoadData</c>, <c>Shop.Sales.LoadData</c>, or the identity that <see cref="Cache.Inspect"/>
    /// gives. The longest one that fits counts. In configuration: <c>Refrain:Functions:LoadData:Ttl</c>.</summary>
    public IDictionary<string, CachedFunctionSettings> Functions { get; } = new Dictionary<string, CachedFunctionSettings>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The clock. Default: <see langword="null"/>, the one among the program's services, or the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>Where the caches log to, as <c>Refrain.Caching</c>. Default: <see langword="null"/>, the one among the program's services, or nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
