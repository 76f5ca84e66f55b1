using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Caching.Hosting;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <summary>How a cache host behaves: <see cref="RefrainCachingOptions"/>, checked and with everything it leaves open decided.</summary>
internal sealed record CacheHostSettings
{
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    internal ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The culture in which functions run, whoever calls them. Default: the process's at the start of the host.</summary>
    internal CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;

    /// <summary>How long a resource that was given out without a holder lives on after it left the cache.</summary>
    internal TimeSpan ReleaseGrace { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many bytes the data of all functions may take together; <see langword="null"/> for no limit.</summary>
    internal long? Budget { get; init; } = CacheBudget.HalfOfMemory;

    /// <summary>Where entries of <see cref="Persist.Disk"/> lie.</summary>
    internal string Folder { get; init; } = CacheFolder.Of(CacheFolder.EntryName);

    /// <summary>Where entries are kept beside memory, in place of <see cref="Folder"/>; the host ends it. Default: files in the folder.</summary>
    internal IEntryStorage? Storage { get; init; }

    /// <summary>What is set of functions' options from outside.</summary>
    internal OptionOverrides Overrides { get; init; } = OptionOverrides.None;

    /// <param name="options">What the program and its configuration say.</param>
    /// <param name="clock">The clock among the program's services, if it has one.</param>
    /// <param name="loggers">The log among the program's services, if it has one.</param>
    /// <exception cref="CacheOptionException">A setting is not allowed.</exception>
    internal static CacheHostSettings From(RefrainCachingOptions options, TimeProvider? clock = null, ILoggerFactory? loggers = null)
    {
        CachingOptionsCheck.Check(options);
        return new CacheHostSettings
        {
            Clock = options.TimeProvider ?? clock ?? TimeProvider.System,
            Logger = (options.LoggerFactory ?? loggers)?.CreateLogger("Refrain.Caching") ?? NullLogger.Instance,
            Culture = options.Culture,
            ReleaseGrace = options.ReleaseGrace,
            Budget = options.Budget,
            Folder = options.Folder is { } folder ? Path.GetFullPath(folder) : CacheFolder.Of(options.AppName),
            Overrides = new OptionOverrides(options.Defaults, options.Functions),
        };
    }
}
