using Microsoft.AspNetCore.Builder;
using Refrain.Cli.Serving;
using Refrain.Scripts;
using Refrain.Server.Mounting;

namespace Refrain.Cli.Gallery;

/// <summary>The pages of a gallery, and the one to choose from.</summary>
internal sealed class GalleryPages : IAsyncDisposable
{
    private readonly IReadOnlyList<LivePage> _pages;

    private GalleryPages(IReadOnlyList<LivePage> pages)
    {
        _pages = pages;
    }

    internal static GalleryPages Map(WebApplication app, GalleryFolder gallery, bool watch)
    {
        var development = PageEndpoints.IsDevelopment(app);
        PageEndpoints.MapPage(app, request => new PageConfig(
            gallery.Title,
            request.PathBase.ToUriComponent(),
            development,
            Gallery: new GalleryConfig(
                gallery.Title,
                gallery.Intro,
                [
                    .. gallery.Samples.Select(sample =>
                        new GallerySample($"{request.PathBase}/{sample.Name}/", sample.Title, sample.Description, sample.Icon)),
                ])));
        return new GalleryPages(
        [
            .. gallery.Samples.Select(sample => LivePage.Map(
                app, "/" + sample.Name, new LiveScriptOptions { Path = sample.File, Watch = watch }, sample.Title, new HomeLink("/", gallery.Title))),
        ]);
    }

    /// <summary>Compiles all scripts, one after another, so that the first visit of each need not wait.
    /// One that is visited meanwhile does not wait its turn.</summary>
    /// <param name="stopping">Cancelled when the server stops: what is not compiled by then need not be.</param>
    internal async Task Compile(CancellationToken stopping)
    {
        foreach (var page in _pages)
        {
            if (stopping.IsCancellationRequested)
                return;
            await page.Compile().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
            await page.DisposeAsync().ConfigureAwait(false);
    }
}
