using System.Reflection;
using System.Runtime.Loader;
using Refrain.Scripts.Compiling;

namespace Refrain.Scripts.Loading;

/// <summary>Holds one compiled version of a script, and goes with it.</summary>
internal sealed class ScriptLoadContext : AssemblyLoadContext
{
    private readonly Dictionary<string, string> _packages;

    internal ScriptLoadContext(string name, IReadOnlyList<string> packages)
        : base(name, isCollectible: true)
    {
        _packages = packages.ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
    }

    internal Assembly Load(ScriptImage image)
    {
        using var assembly = new MemoryStream(image.Assembly);
        using var symbols = image.Symbols is null ? null : new MemoryStream(image.Symbols);
        return LoadFromStream(assembly, symbols);
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && _packages.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null;
}
