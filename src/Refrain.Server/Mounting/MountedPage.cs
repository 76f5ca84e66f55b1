using Microsoft.AspNetCore.Http;
using Refrain.Apps;
using Refrain.Server.Http;

namespace Refrain.Server.Mounting;

/// <summary>A page at its place.</summary>
/// <param name="Path">Where it is mounted: <c>""</c>, <c>/hello</c> …</param>
/// <param name="Settings">What it says about itself.</param>
/// <param name="App">Its script and sessions.</param>
/// <param name="Development">Whether the front end shows what is for developers.</param>
internal sealed record MountedPage(string Path, PageSettings Settings, RefrainApp App, bool Development)
{
    /// <summary>The files of rows that its visitors save.</summary>
    internal Exports Exports { get; } = new();

    /// <summary>What the front end is told, seen from one request: a proxy may have put a prefix before it.</summary>
    internal PageConfig Config(HttpRequest request) => new(
        Settings.Title,
        Base(request),
        Development,
        Settings.SourceFile is { } file ? new SourceName(System.IO.Path.GetFileName(file)) : null,
        Settings.Home is { } home ? home with { Path = request.PathBase + home.Path } : null,
        Pages: Settings.Pages.Count == 0
            ? null
            : [.. Settings.Pages.Select(page => page with { Path = request.PathBase + page.Path, Current = page.Path.TrimEnd('/') == Path })]);

    private string Base(HttpRequest request) => request.PathBase.ToUriComponent() + Path;
}
