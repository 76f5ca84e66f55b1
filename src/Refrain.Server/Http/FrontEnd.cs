using System.Collections.Frozen;
using System.Reflection;

namespace Refrain.Server.Http;

/// <summary>The built front end, embedded in this assembly.</summary>
internal static class FrontEnd
{
    private const string Prefix = "web/";
    private static readonly Assembly Here = typeof(FrontEnd).Assembly;

    private static readonly FrozenDictionary<string, Lazy<byte[]>> Files = Here.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], name => new Lazy<byte[]>(() => Read(name)), StringComparer.Ordinal);

    /// <summary>Whether this build has its front end.</summary>
    internal static bool IsBuilt => Files.ContainsKey("index.html");

    /// <summary>A file by its path below the built folder; <see langword="null"/> when there is none.</summary>
    internal static byte[]? Find(string path) => Files.TryGetValue(path, out var file) ? file.Value : null;

    private static byte[] Read(string name)
    {
        using var stream = Here.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
