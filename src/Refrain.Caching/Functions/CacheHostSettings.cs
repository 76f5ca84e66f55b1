using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Refrain.Caching.Functions;

/// <summary>How a cache host behaves: what may be set, read and checked.</summary>
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
}
