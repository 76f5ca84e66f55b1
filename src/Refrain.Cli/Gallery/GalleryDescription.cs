using System.Text.Json.Serialization;

namespace Refrain.Cli.Gallery;

/// <summary>The file <c>gallery.json</c>. Every part may be missing.</summary>
internal sealed record GalleryDescription
{
    /// <summary>What the gallery is called.</summary>
    public string? Title { get; init; }

    /// <summary>A sentence about it.</summary>
    public string? Intro { get; init; }

    /// <summary>Names of scripts, without extension, in the order they are shown; others follow by name.</summary>
    public List<string>? Order { get; init; }

    /// <summary>A sign for each script by its name.</summary>
    public Dictionary<string, string>? Icons { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(GalleryDescription))]
internal sealed partial class GalleryJson : JsonSerializerContext;
