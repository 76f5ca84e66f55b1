using System.Reflection;
using System.Runtime.Loader;
using Refrain.Scripts.Compiling;

namespace Refrain.Scripts.Loading;

/// <summary>Holds one compiled version of a script, and goes with it.</summary>
internal sealed class ScriptLoadContext : AssemblyLoadContext
{
    private readonly Dictionary<string, string> _packages;
    private readonly Dictionary<string, ProjectImage> _projects;

    internal ScriptLoadContext(string name, ScriptImage image)
        : base(name, isCollectible: true)
    {
        _projects = image.Projects.ToDictionary(project => project.Name, StringComparer.OrdinalIgnoreCase);
        _packages = image.Packages.ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
    }

    internal Assembly Load(byte[] assembly, byte[]? symbols)
    {
        using var code = new MemoryStream(assembly);
        using var lines = symbols is null ? null : new MemoryStream(symbols);
        return LoadFromStream(code, lines);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name ?? "";
        if (_projects.TryGetValue(name, out var project))
            return Load(project.Assembly, project.Symbols);
        return _packages.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null;
    }
}
