using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Refrain.Apps;
using Refrain.Scripts;
using Refrain.Server.Mounting;

namespace Refrain.Cli.Serving;

/// <summary>A script's page that follows its file: each save that compiles moves the open pages on, each that does not says why over them.</summary>
internal sealed class LivePage : IAsyncDisposable
{
    private readonly LiveScript _script;
    private readonly RefrainApp _app;

    private LivePage(LiveScript script, RefrainApp app)
    {
        (_script, _app) = (script, app);
        _script.Changed += Show;
        _script.Ended += app.Cache.Retire;
    }

    /// <summary>Mounts a script's page. It is compiled at the first visit, or when <see cref="Compile"/> is called.</summary>
    internal static LivePage Map(
        WebApplication app, string pattern, LiveScriptOptions options, string? title = null, HomeLink? home = null, IReadOnlyList<PageLink>? pages = null)
    {
        var script = new LiveScript(options, app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Refrain"));
        var (page, _) = PageEndpoints.Map(app, pattern, new PageSettings
        {
            Title = title ?? PageTitle.Of(script.Name),
            SourceFile = script.SourceFile,
            Home = home,
            Pages = pages ?? [],
            Visited = () => _ = CompileOnce(script),
        });
        return new LivePage(script, page.App);
    }

    /// <summary>The script's file, without its folder.</summary>
    internal string File => Path.GetFileName(_script.Path);

    /// <summary>Whether the script was compiled, and its last text did not.</summary>
    internal bool Fails { get; private set; }

    /// <summary>Starts compiling, unless that was done.</summary>
    /// <returns>Done when the script has compiled, well or not.</returns>
    internal Task Compile() => CompileOnce(_script);

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    // Off the caller's thread: compiling takes a second of processor time, and the first visitor's page can be answered meanwhile.
    private static Task CompileOnce(LiveScript script) => Task.Run(async () =>
    {
        try
        {
            await script.GetAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server stops: nobody will see the page.
        }
    });

    private void Show(ScriptChange change)
    {
        var state = change.State;
        Fails = state.Errors.Count > 0;
        if (state.Errors.Count == 0)
        {
            _app.Replace(run => _script.RunAsync(), change.Replacement);
            return;
        }

        _app.Break(new Overlay(
            state.Script is null ? $"{File} does not compile" : $"{File} does not compile; this is the page before the last save",
            [.. state.Errors.Select(error => new Diagnostic(error.File, error.Line, error.Column, error.Id, error.Message, error.Text, EditorLink.Of(error)))]));
    }
}
