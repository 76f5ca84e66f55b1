namespace Refrain.Soak;

/// <summary>A value that never changes: everyone gets the same.</summary>
internal sealed record Answer(int Argument, long Version);

/// <summary>A value that everyone changes: everyone gets a copy.</summary>
internal sealed class Sheet(int argument, long version)
{
    public int Argument { get; } = argument;

    public long Version { get; } = version;

    public List<string> Marks { get; } = [];

    public Sheet? Inner { get; set; }
}

/// <summary>A resource that counts how often it is made and released.</summary>
internal sealed class Tool : IDisposable
{
    private static long _made;
    private static long _released;
    private int _releases;

    internal Tool(int argument, long version)
    {
        (Argument, Version) = (argument, version);
        Interlocked.Increment(ref _made);
    }

    internal static long Made => Volatile.Read(ref _made);

    internal static long Released => Volatile.Read(ref _released);

    internal int Argument { get; }

    internal long Version { get; }

    internal bool IsReleased => Volatile.Read(ref _releases) > 0;

    public void Dispose()
    {
        Violations.Require(Interlocked.Increment(ref _releases) == 1, "a resource was released twice");
        Interlocked.Increment(ref _released);
    }
}
