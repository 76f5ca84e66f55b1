namespace Refrain;

/// <summary>How pages are served. Bound to the configuration section <c>Refrain</c>.</summary>
public sealed class RefrainOptions
{
    /// <summary>Whether pages show details of exceptions and where they happened. Default: in the environment <c>Development</c> only.</summary>
    public bool? Development { get; set; }

    /// <summary>How long a session is kept after its browser has gone. Default: 10 minutes.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many sessions a page may have at once. Default: 1,000.</summary>
    public int MaxSessions { get; set; } = 1_000;

    /// <summary>How many bytes one message of a browser may have. Default: 256 KiB.</summary>
    public int MaxMessageBytes { get; set; } = 256 * 1024;

    /// <summary>How many messages a second a browser may send for long; twice as many at once. Default: 100.</summary>
    public int MaxMessagesPerSecond { get; set; } = 100;

    /// <summary>The host names under which pages may be asked for, besides those of the machine itself: <c>sales.example.com</c>,
    /// <c>*.example.com</c>, or <c>*</c> for any. Default: none. Names in the setting <c>AllowedHosts</c> count as well, except <c>*</c>.</summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>How many rows of a table may be asked for at once. Not a setting: the front end reads tables in windows of this size.</summary>
    internal const int MaxRows = 1_000;
}
