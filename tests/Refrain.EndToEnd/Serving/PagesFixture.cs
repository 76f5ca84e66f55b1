namespace Refrain.EndToEnd.Serving;

/// <summary>The scripts in <c>Pages</c>, on which every element has its scenario.</summary>
public sealed class PagesFixture : IAsyncLifetime
{
    private Tool? _tool;

    public Uri PageOf(string script) => new(_tool!.Address, script + "/");

    public async Task InitializeAsync() => _tool = await Tool.GalleryAsync(Repository.PathTo("tests", "Refrain.EndToEnd", "Pages"));

    public async Task DisposeAsync()
    {
        if (_tool is not null)
            await _tool.DisposeAsync();
    }
}
