using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Apps;
using Refrain.Caching.Functions;
using Refrain.Scripts;
using Refrain.Sessions;
using Refrain.Testing.Browsing;

namespace Refrain;

/// <summary>Runs a page in a test, without a browser, through the real session and protocol.</summary>
/// <example><code>
/// await using var app = AppTest.From(() => Ui.Markdown("Hello"));
/// await app.RunAsync();
/// Assert.Equal("Hello", app.Markdown[0].Text);
/// </code></example>
public sealed partial class AppTest : IAsyncDisposable
{
    /// <summary>What a test stores goes with it.</summary>
    private readonly string _cacheFolder = Path.Combine(Path.GetTempPath(), $"refrain-test-{Guid.NewGuid():N}");
    private readonly AppTestOptions _options;
    private readonly ServiceProvider _services;
    private LiveScript? _script;

    private AppTest(ScriptEntry entry, Action<AppTestOptions>? configure)
    {
        _options = new AppTestOptions();
        configure?.Invoke(_options);
        _services = _options.Services.BuildServiceProvider();
        App = new RefrainApp(
            new AppOptions
            {
                Development = _options.Development,
                Time = _options.Time,
                Culture = _options.Culture,
                Services = _services,
                Logger = _options.Logger,
                CacheFolder = _cacheFolder,
            },
            entry);
        Cache = new AppTestCache(new HostCache(App.Cache));
        Browser = new Browser(App.Sessions, new Visitor("test", _options.User));
    }

    /// <summary>The clock that the page runs by.</summary>
    public TimeProvider Time => _options.Time;

    /// <summary>The caches of the page: this test's own.</summary>
    public AppTestCache Cache { get; }

    internal RefrainApp App { get; }

    internal Browser Browser { get; }

    internal Session? Session => App.Sessions.All.FirstOrDefault(session => session.Id == Browser.Read(page => page.Session));

    /// <summary>Makes a page of a script given as a function.</summary>
    /// <param name="script">What each run calls.</param>
    /// <param name="configure">Sets options. Default: none.</param>
    public static AppTest From(Action script, Action<AppTestOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        return new AppTest(
            _ =>
            {
                script();
                return Task.CompletedTask;
            },
            configure);
    }

    /// <inheritdoc cref="From(Action, Action{AppTestOptions}?)"/>
    public static AppTest From(Func<Task> script, Action<AppTestOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        return new AppTest(_ => script(), configure);
    }

    /// <summary>Makes a page of a script's file, compiled and woven as <c>refrain run</c> does it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="configure">Sets options. Default: none.</param>
    /// <exception cref="ScriptCompileException">The script does not compile.</exception>
    public static async Task<AppTest> FromFileAsync(string path, Action<AppTestOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var script = new LiveScript(new LiveScriptOptions { Path = path }, NullLogger.Instance);
        var state = await script.GetAsync().ConfigureAwait(false);
        if (state.Errors.Count == 0)
            return new AppTest(_ => script.RunAsync(), configure) { _script = script };
        await script.DisposeAsync().ConfigureAwait(false);
        throw new ScriptCompileException(path, [.. state.Errors.Select(error => error.ToString())]);
    }

    /// <summary>Opens the page, or runs its script again, and waits until nothing runs any more.</summary>
    /// <exception cref="TimeoutException">The run took longer than <see cref="AppTestOptions.Timeout"/>.</exception>
    public Task RunAsync()
    {
        if (Browser.Read(page => page.Session) is null)
        {
            Browser.Hello();
            return SettleAsync(page => page.Run > 0);
        }

        var run = Browser.Read(page => page.Run);
        Browser.Send("rerun");
        return SettleAsync(page => page.Run > run);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync().ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
        if (_script is not null)
            await _script.DisposeAsync().ConfigureAwait(false);
        if (Directory.Exists(_cacheFolder))
            Directory.Delete(_cacheFolder, recursive: true);
    }

    /// <summary>Sends inputs as one batch and waits until nothing runs any more.</summary>
    internal Task SendAsync(params JsonNode[] inputs)
    {
        var seq = Browser.Input(inputs);
        return SettleAsync(page => page.Seq >= seq);
    }

    private async Task SettleAsync(Func<Page, bool> arrived)
    {
        try
        {
            await Browser.Until(page => page.IsSettled && arrived(page)).WaitAsync(_options.Timeout).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var (state, spinners) = Browser.Read(page => (page.State, string.Join(", ", page.Spinners.Select(spinner => spinner.Text))));
            throw new TimeoutException(
                $"The page did not come to rest within {_options.Timeout}. Its run is {state}"
                + (spinners.Length > 0 ? $" and shows: {spinners}." : ".")
                + " Raise AppTestOptions.Timeout, or look for what it waits for.");
        }
    }
}
