using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Refrain;

/// <summary>How a page under test behaves.</summary>
public sealed class AppTestOptions
{
    /// <summary>The clock. Default: the system's; a <see cref="Testing.ManualTimeProvider"/> stands still until the test moves it.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Who is signed in. Default: nobody.</summary>
    public ClaimsPrincipal User { get; set; } = new();

    /// <summary>The services of the program. Default: none.</summary>
    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>Whether exceptions are shown whole. Default: yes.</summary>
    public bool Development { get; set; } = true;

    /// <summary>The culture of the script. Default: the invariant one, so that a test gives the same everywhere.</summary>
    public CultureInfo Culture { get; set; } = CultureInfo.InvariantCulture;

    /// <summary>Where the page logs to. Default: nowhere.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>How long the test waits for a run before it fails. Default: 30 seconds of real time.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
