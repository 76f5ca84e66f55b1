using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Caching.Functions;

namespace Refrain.Apps;

/// <summary>How a mounted page behaves.</summary>
internal sealed record AppOptions
{
    /// <summary>Whether the page shows details of exceptions. Default: no; it shows a reference number that the log has too.</summary>
    public bool Development { get; init; }

    /// <summary>The clock of everything. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The culture that scripts run under. Default: the process's when the app is made.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;

    /// <summary>How long a session is kept after its browser has gone. Default: 10 minutes.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many sessions there may be; the one disconnected longest goes first. Default: 1,000.</summary>
    public int MaxSessions { get; init; } = 1000;

    /// <summary>The services of the program. Default: none.</summary>
    public IServiceProvider Services { get; init; } = NoServices.Instance;

    /// <summary>Where the app and <c>Ui.Logger</c> log to. Default: nowhere.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The caches of the app. Default: a host of its own, disposed with the app.</summary>
    public CacheHost? Cache { get; init; }

    /// <summary>Where that host keeps entries beside memory. Default: the platform's cache folder for this program.</summary>
    public string? CacheFolder { get; init; }
}
