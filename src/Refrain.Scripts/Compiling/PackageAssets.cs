using System.Text.Json;

namespace Refrain.Scripts.Compiling;

/// <summary>Reads which files the packages of a restored project bring: <c>obj/project.assets.json</c>.</summary>
internal static class PackageAssets
{
    internal static async Task<FoundPackages> ReadAsync(string assets, CancellationToken cancellation)
    {
        var stream = File.OpenRead(assets);
        await using (stream.ConfigureAwait(false))
        {
            using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellation).ConfigureAwait(false);
            var root = json.RootElement;
            string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
            var libraries = root.GetProperty("libraries");
            var target = root.GetProperty("targets").EnumerateObject().First().Value;
            return new FoundPackages(Files("compile"), Files("runtime"), []);

            string[] Files(string kind) =>
            [
                .. from package in target.EnumerateObject()
                   where package.Value.TryGetProperty(kind, out _)
                   let path = libraries.GetProperty(package.Name).GetProperty("path").GetString()!
                   from file in package.Value.GetProperty(kind).EnumerateObject()
                   where file.Name.EndsWith(".dll", StringComparison.Ordinal) && !HostHas(file.Name)
                   select folders.Select(folder => Path.Combine(folder, path, file.Name)).First(File.Exists),
            ];
        }
    }

    /// <remarks>One assembly must not be there twice: a type of the host's would not be the script's.</remarks>
    internal static bool HostHas(string file) =>
        ScriptReferences.Paths.Any(path => string.Equals(Path.GetFileName(path), Path.GetFileName(file), StringComparison.OrdinalIgnoreCase));
}
