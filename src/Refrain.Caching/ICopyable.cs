namespace Refrain;

/// <summary>A type that knows how to copy itself for the cache.</summary>
/// <typeparam name="T">The type itself.</typeparam>
public interface ICopyable<out T>
{
    /// <summary>Gives a copy that shares nothing which either side could change. Called by many threads at once.</summary>
    T Copy();
}
