using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;

namespace Refrain.Scripts.Compiling;

/// <summary>What every script may use: the platform, its web framework, and Refrain with what Refrain brings along.</summary>
/// <remarks>The assemblies this process runs on, so that what compiles is what will be there.</remarks>
internal static class ScriptReferences
{
    private static readonly string[] Ours = ["Refrain", "Refrain.Caching", "Refrain.Frames", "Refrain.Server", "CsvHelper", "Markdig"];

    private static readonly Lazy<Set> Loaded = new(Load);

    /// <summary>The assemblies' files.</summary>
    internal static IReadOnlyList<string> Paths => Loaded.Value.Paths;

    /// <summary>The same as the compiler reads them; read once for all scripts.</summary>
    internal static IReadOnlyList<MetadataReference> Metadata => Loaded.Value.Metadata;

    private static Set Load()
    {
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var folders = new[] { typeof(object), typeof(WebApplication) }.Select(type => Path.GetDirectoryName(type.Assembly.Location)).ToHashSet();
        string[] paths =
        [
            .. trusted.Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                && (folders.Contains(Path.GetDirectoryName(path))
                    || Ours.Contains(Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase))),
        ];
        return new Set(paths, [.. paths.Select(path => MetadataReference.CreateFromFile(path))]);
    }

    private sealed record Set(IReadOnlyList<string> Paths, IReadOnlyList<MetadataReference> Metadata);
}
