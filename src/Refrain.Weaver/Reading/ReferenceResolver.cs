using System;
using System.Collections.Generic;
using System.IO;
using Mono.Cecil;

namespace Refrain.Weaver.Reading;

/// <summary>Finds the assemblies that the woven one was compiled against.</summary>
internal sealed class ReferenceResolver : IAssemblyResolver
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AssemblyDefinition> _loaded = new(StringComparer.OrdinalIgnoreCase);

    internal ReferenceResolver(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            _paths[Path.GetFileNameWithoutExtension(path)] = path;
    }

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) =>
        Find(name.Name) ?? throw new AssemblyResolutionException(name);

    internal AssemblyDefinition? Find(string name)
    {
        if (_loaded.TryGetValue(name, out var assembly))
            return assembly;
        if (!_paths.TryGetValue(name, out var path) || !File.Exists(path))
            return null;
        assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this });
        _loaded[name] = assembly;
        return assembly;
    }

    public void Dispose()
    {
        foreach (var assembly in _loaded.Values)
            assembly.Dispose();
    }
}
