namespace Refrain.EndToEnd.Serving;

/// <summary>The gallery of samples, served once for all scenarios that do not depend on what others did before.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private Tool? _tool;

    public Uri Address => _tool!.Address;

    /// <summary>The samples' names, which are their addresses too.</summary>
    public static IEnumerable<string> Samples =>
        Directory.EnumerateFiles(Repository.PathTo("samples"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public Uri PageOf(string sample) => new(Address, sample + "/");

    public async Task InitializeAsync() => _tool = await Tool.GalleryAsync(Repository.PathTo("samples"));

    public async Task DisposeAsync()
    {
        if (_tool is not null)
            await _tool.DisposeAsync();
    }
}
