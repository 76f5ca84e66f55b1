using Refrain.Caching.Functions;

namespace Refrain.Caching.Snapshots;

/// <summary>The master of a cached value: no caller ever holds it. Read by many threads at once.</summary>
internal abstract class Frozen<T>
{
    /// <summary>Gives a caller a value of its own: the shared value, a shell over shared buffers, or a copy.</summary>
    internal abstract T HandOut();

    /// <summary>Whether every caller gets the same value, because nobody can change it.</summary>
    internal virtual bool IsShared => false;

    /// <summary>Bytes the master takes, for limits and budgets.</summary>
    internal abstract long Size { get; }
}

/// <summary>Freezes what functions return.</summary>
internal static class Snapshot
{
    /// <summary>Makes the master of a value: one copy, or none where the value can be shared.</summary>
    /// <exception cref="UncopyableValueException">The value, or something it reaches, cannot be copied.</exception>
    internal static Frozen<T> Freeze<T>(T value, FunctionName function) => throw new NotSupportedException();
}
