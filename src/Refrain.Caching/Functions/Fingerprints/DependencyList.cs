using System.Text.Json;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Reads from the app's <c>.deps.json</c> files which assemblies come from its projects and which from packages.</summary>
internal static class DependencyList
{
    /// <summary>Every listed library by name, and whether it is a project; empty where the app has no list.</summary>
    internal static IReadOnlyDictionary<string, bool> OfThisApp()
    {
        var listed = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';'))
        {
            if (!File.Exists(file))
                continue;
            try
            {
                Read(File.ReadAllBytes(file), listed);
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
            {
                // The host has its own opinion about a broken list; for us it lists nothing.
            }
        }

        return listed;
    }

    /// <summary>Adds what one file lists: each library, and the assemblies a package brings under other names.</summary>
    internal static void Read(ReadOnlyMemory<byte> json, Dictionary<string, bool> listed)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (!root.TryGetProperty("libraries", out var libraries))
            return;
        var isProject = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var library in libraries.EnumerateObject())
        {
            isProject[library.Name] = library.Value.TryGetProperty("type", out var type) && type.GetString() == "project";
            listed[library.Name.Split('/')[0]] = isProject[library.Name];
        }

        if (!root.TryGetProperty("targets", out var targets))
            return;
        foreach (var library in targets.EnumerateObject().SelectMany(target => target.Value.EnumerateObject()))
        {
            if (!library.Value.TryGetProperty("runtime", out var files))
                continue;
            foreach (var file in files.EnumerateObject())
                listed[Path.GetFileNameWithoutExtension(file.Name)] = isProject.GetValueOrDefault(library.Name);
        }
    }
}
