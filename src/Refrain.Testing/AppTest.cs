using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Refrain.Apps;
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
    private readonly AppTestOptions _options;
    private readonly ServiceProvider _services;

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
            },
            entry);
        Browser = new Browser(App.Sessions, new Visitor("test", _options.User));
    }

    /// <summary>The clock that the page runs by.</summary>
    public TimeProvider Time => _options.Time;

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
