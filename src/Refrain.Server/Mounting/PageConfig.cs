using System.Text.Json.Serialization;

namespace Refrain.Server.Mounting;

/// <summary>What a page knows before it has a socket (docs/wire.md, <c>PageConfig</c>).</summary>
internal sealed record PageConfig(
    string Title,
    string Base,
    bool Development,
    SourceName? Source = null,
    HomeLink? Home = null,
    GalleryConfig? Gallery = null,
    IReadOnlyList<PageLink>? Pages = null);

/// <summary>The script that a page can show.</summary>
internal sealed record SourceName(string Name);

/// <summary>A link back to the gallery.</summary>
internal sealed record HomeLink(string Path, string Title);

/// <summary>One of several pages that are served together.</summary>
/// <param name="Path">Where it is: <c>/</c>, <c>/orders</c> …</param>
/// <param name="Title">What it is called.</param>
/// <param name="Current">Whether it is the page that is shown.</param>
internal sealed record PageLink(string Path, string Title, bool Current = false);

/// <summary>What the gallery's own page shows.</summary>
internal sealed record GalleryConfig(string Title, string Intro, IReadOnlyList<GallerySample> Samples);

/// <summary>One sample of the gallery.</summary>
internal sealed record GallerySample(string Path, string Title, string Description, string? Icon = null);

/// <remarks>The default encoder writes <c>&lt;</c> as an escape, so that no text can end the script element it stands in.</remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageConfig))]
internal sealed partial class PageJson : JsonSerializerContext;
