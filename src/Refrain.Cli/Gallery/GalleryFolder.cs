using System.Text.Json;
using Refrain.Server.Mounting;

namespace Refrain.Cli.Gallery;

/// <summary>A folder of scripts and what it says about itself.</summary>
/// <param name="Path">The folder's full path.</param>
/// <param name="Title">What the gallery is called.</param>
/// <param name="Intro">A sentence about it.</param>
/// <param name="Samples">Its scripts, in the order they are shown.</param>
internal sealed record GalleryFolder(string Path, string Title, string Intro, IReadOnlyList<GalleryScript> Samples)
{
    private const string Description = "gallery.json";

    /// <summary>Reads a folder: every script in it, those named in <c>gallery.json</c> first and in its order.</summary>
    /// <exception cref="UsageException">There is no such folder, or no script in it, or its description cannot be read.</exception>
    internal static GalleryFolder Read(string folder)
    {
        var path = System.IO.Path.GetFullPath(folder);
        if (!Directory.Exists(path))
            throw new UsageException($"RFN0643: There is no folder '{folder}'.");
        var described = ReadDescription(System.IO.Path.Combine(path, Description));
        GalleryScript[] scripts =
        [
            .. Directory.EnumerateFiles(path, "*.cs")
                .Select(GalleryScript.Read)
                .OrderBy(script => Place(described, script.Name))
                .ThenBy(script => script.Name, StringComparer.Ordinal)
                .Select(script => script with { Icon = described.Icons?.GetValueOrDefault(script.Name) }),
        ];
        if (scripts.Length == 0)
            throw new UsageException($"RFN0644: There is no script in '{folder}': no file whose name ends in .cs.");
        return new GalleryFolder(path, described.Title ?? PageTitle.Of(System.IO.Path.GetFileName(path)), described.Intro ?? "", scripts);
    }

    private static int Place(GalleryDescription described, string name) =>
        described.Order?.IndexOf(name) is { } place and >= 0 ? place : int.MaxValue;

    private static GalleryDescription ReadDescription(string file)
    {
        if (!File.Exists(file))
            return new GalleryDescription();
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), GalleryJson.Default.GalleryDescription) ?? new GalleryDescription();
        }
        catch (JsonException error)
        {
            throw new UsageException($"RFN0645: {Description} cannot be read: {error.Message}");
        }
    }
}
