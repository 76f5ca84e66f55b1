using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Refrain.CompilerServices;

/// <summary>What woven and generated code asks of the library.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WovenCode
{
    /// <summary>The version of the contract between woven code and this library.</summary>
    public const int Version = 1;

    /// <summary>Refuses an assembly that has cached functions but did not pass through the weaver. Called by its module initializer.</summary>
    /// <param name="assembly">The assembly that is being loaded.</param>
    /// <exception cref="CacheException">It was not woven, or by another version.</exception>
    public static void EnsureWoven(Assembly assembly)
    {
        var name = assembly.GetName().Name;
        var mark = assembly.GetCustomAttribute<WovenAttribute>();
        if (mark is null)
        {
            throw new CacheException("RFN0001",
                $"The assembly '{name}' has cached functions, but was not woven, so none of them would be cached. " +
                "Reference the package Refrain.Caching (or Refrain) directly from its project, and remove <RefrainWeave>false</RefrainWeave> if it is set.");
        }

        if (mark.Version != Version)
        {
            throw new CacheException("RFN0002",
                $"The assembly '{name}' was woven for version {mark.Version} of Refrain's contract, but this Refrain has version {Version}. " +
                "Use one version of the Refrain packages everywhere and rebuild it.");
        }
    }

    /// <summary>Awaits a task that gives nothing as one that gives <see cref="Nothing"/>.</summary>
    public static ValueTask<Nothing> AsNothing(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return default;
        return Await(task);

        static async ValueTask<Nothing> Await(Task task)
        {
            await task.ConfigureAwait(false);
            return default;
        }
    }

    /// <inheritdoc cref="AsNothing(Task)"/>
    public static ValueTask<Nothing> AsNothing(ValueTask task)
    {
        if (task.IsCompletedSuccessfully)
            return default;
        return AsNothing(task.AsTask());
    }
}
