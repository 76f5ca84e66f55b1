using System.Reflection;
using System.Runtime.Loader;
using Refrain.Bench.Functions;

namespace Refrain.Bench;

/// <summary>The woven functions once more, in a load context that can be unloaded, as a script's are.</summary>
internal sealed class CollectibleFunctions() : AssemblyLoadContext("collectible functions", isCollectible: true)
{
    /// <summary>One of the loops of <see cref="HitLoops"/>, in an assembly of its own.</summary>
    internal static Func<int, long> Loop(string name)
    {
        var assembly = new CollectibleFunctions().LoadFromAssemblyPath(typeof(HitLoops).Assembly.Location);
        return assembly.GetType(typeof(HitLoops).FullName!, throwOnError: true)!.GetMethod(name)!.CreateDelegate<Func<int, long>>();
    }

    /// <summary>Everything else is shared with the program.</summary>
    protected override Assembly? Load(AssemblyName assemblyName) => null;
}
