using Refrain.Scripts;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Apps;

/// <summary>A page of a script's file, which a test saves while it is open.</summary>
internal sealed class SavedScript : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("refrain");
    private readonly LiveScript _script;
    private int _runs;

    private SavedScript(string text)
    {
        File.WriteAllText(Path, text);
        _script = new LiveScript(new LiveScriptOptions { Path = Path, Name = Name }, Log);
        App = AppTest.From(_script.RunAsync, options => options.Logger = Log);
        _script.Changed += change => App.App.Replace(_ => _script.RunAsync(), change.Replacement);
        _script.Ended += App.App.Cache.Retire;
    }

    internal AppTest App { get; }

    internal RecordedLog Log { get; } = new();

    /// <summary>The name of the script's load contexts.</summary>
    internal string Name { get; } = $"saved-{Guid.NewGuid():N}";

    /// <summary>What the page's texts say.</summary>
    internal IEnumerable<string?> Texts => App.Text.Select(text => text.Text);

    /// <summary>What the page says that the last save has cost.</summary>
    internal IReadOnlyList<string> Notices => App.Browser.Read(page => page.Notices);

    private string Path => System.IO.Path.Combine(_folder.FullName, "sales.cs");

    internal static async Task<SavedScript> OpenAsync(string text)
    {
        var script = new SavedScript(text);
        Assert.Empty((await script._script.GetAsync()).Errors);
        await script.RunAsync();
        return script;
    }

    internal async Task RunAsync()
    {
        await App.RunAsync();
        _runs = App.Browser.Read(page => page.Run);
        Assert.Null(App.Exception);
    }

    /// <summary>Saves another text, and waits for the run that this causes.</summary>
    internal async Task SaveAsync(string text)
    {
        _runs = App.Browser.Read(page => page.Run);
        await File.WriteAllTextAsync(Path, text);
        Assert.Empty((await _script.CompileAsync()).Errors);
        await App.Browser.Until(page => page.Run > _runs && page.IsSettled);
        Assert.Null(App.Exception);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _script.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
