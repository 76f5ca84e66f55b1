using Microsoft.Extensions.Logging;
using Refrain.Caching.Functions;
using Refrain.Caching.Recording;
using Refrain.Testing;

namespace Refrain.Caching.Tests;

/// <summary>A cache host of a test's own, on a clock that stands still.</summary>
internal sealed class CacheWorld : IDisposable
{
    private readonly Ambient? _outer = Ambient.Current;

    /// <param name="settings">How the host behaves. Default: with a folder that does not exist.</param>
    /// <param name="time">The clock. Default: one of the test's own.</param>
    public CacheWorld(CacheHostSettings? settings = null, ManualTimeProvider? time = null)
    {
        Time = time ?? new();
        Host = new CacheHost((settings ?? new() { Folder = Nowhere }) with { Clock = Time, Logger = Log });
        Ambient.Current = new Ambient(Host, drawing: null);
    }

    /// <summary>A folder that is not there.</summary>
    public static string Nowhere => Path.Combine(Path.GetTempPath(), $"refrain-{Guid.NewGuid():N}");

    public ManualTimeProvider Time { get; }

    public RecordedLog Log { get; } = new();

    public CacheHost Host { get; }

    public FunctionReport Report(string name) => Cache.Inspect().Single(report => report.Name == name);

    public void Dispose()
    {
        Ambient.Current = _outer;
        Host.Dispose();
    }
}

/// <summary>Counts how often a body ran; passed as an argument that is not in the key.</summary>
internal sealed class Runs
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public int Next() => Interlocked.Increment(ref _count);
}

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordedLog : ILogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
            _lines.Add(formatter(state, exception));
    }
}
