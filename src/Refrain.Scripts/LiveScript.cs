using System.Runtime.Loader;
using Microsoft.Extensions.Logging;
using Refrain.Caching.Functions;
using Refrain.Scripts.Compiling;
using Refrain.Scripts.Loading;
using Refrain.Scripts.Sources;
using Refrain.Scripts.Watching;

namespace Refrain.Scripts;

/// <summary>A script file: compiled when first wanted, and again whenever it is saved.
/// The last version that compiled goes on serving meanwhile.</summary>
internal sealed partial class LiveScript : IAsyncDisposable
{
    private readonly SemaphoreSlim _compiling = new(1, 1);
    private readonly CancellationTokenSource _ending = new();
    private readonly ScriptCompiler _compiler;
    private readonly ILogger _logger;
    private readonly SourceWatcher? _watcher;
    private volatile ScriptState? _state;
    private ScriptSources? _compiled;
    private bool _hasProjects;
    private bool _disposed;

    /// <summary>Makes a script of a file; nothing is compiled yet.</summary>
    /// <param name="options">The file and how to treat it.</param>
    /// <param name="logger">Hears of compilations.</param>
    internal LiveScript(LiveScriptOptions options, ILogger logger)
    {
        Path = System.IO.Path.GetFullPath(options.Path);
        Name = options.Name ?? System.IO.Path.GetFileNameWithoutExtension(Path);
        Arguments = options.Arguments;
        _logger = logger;
        var folder = options.PackageCache ?? ScriptPackages.DefaultCacheFolder;
        var packages = new ScriptPackages(System.IO.Path.GetDirectoryName(Path)!, folder, options.Configuration) { Fetching = options.Fetching };
        _compiler = new ScriptCompiler(Name, packages, release: options.Configuration == "Release");
        if (options.Watch)
            _watcher = new SourceWatcher(Path, options.Time, CompileSavedAsync);
    }

    /// <summary>Raised whenever the file was compiled, well or not, before the version it replaces is retired. Handlers must not throw.</summary>
    internal event Action<ScriptChange>? Changed;

    /// <summary>Raised when the last run of a replaced version has ended, before its code is unloaded. Handlers must not throw.</summary>
    internal event Action<CodeReplacement>? Ended;

    /// <summary>The file's full path.</summary>
    internal string Path { get; }

    /// <summary>The script's name in the app.</summary>
    internal string Name { get; }

    /// <summary>What the script sees as <c>args</c>.</summary>
    internal string[] Arguments { get; }

    /// <summary>How the script stands; compiles it when that was not done yet.</summary>
    internal async ValueTask<ScriptState> GetAsync(CancellationToken cancellation = default) =>
        _state ?? await CompileAsync(cancellation).ConfigureAwait(false);

    /// <summary>Runs the version that is current.</summary>
    /// <exception cref="InvalidOperationException">None has compiled yet.</exception>
    internal async Task RunAsync()
    {
        for (; ; )
        {
            var state = await GetAsync().ConfigureAwait(false);
            var script = state.Script ?? throw new InvalidOperationException($"The script '{Name}' has not compiled yet.");
            if (await script.TryRunAsync(Arguments).ConfigureAwait(false))
                return;
        }
    }

    /// <summary>Compiles what is on disk, unless that is what was compiled last.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled, or the script is disposed.</exception>
    internal async Task<ScriptState> CompileAsync(CancellationToken cancellation = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _ending.Token);
        cancellation = either.Token;
        await _compiling.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var before = _state;
            var after = await CompileSafelyAsync(before, cancellation).ConfigureAwait(false);
            if (ReferenceEquals(before, after) || _disposed)
                return after;
            _state = after;
            if (before?.Script is not { Context: { } older } script || ReferenceEquals(script, after.Script))
            {
                Changed?.Invoke(new ScriptChange(after, null));
                return after;
            }

            Changed?.Invoke(new ScriptChange(after, new CodeReplacement(older, after.Script!.Context!)));
            script.Retire(() => End(older));
            return after;
        }
        finally
        {
            _compiling.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _watcher?.Dispose();
        await _ending.CancelAsync().ConfigureAwait(false);
        await _compiling.WaitAsync().ConfigureAwait(false);
        _disposed = true;
        _state?.Script?.Retire();
        _compiling.Release();
    }

    /// <remarks>By what is newest then: versions may have come and gone while the run went on.</remarks>
    private void End(AssemblyLoadContext older)
    {
        if (_state?.Script?.Context is { } newest)
            Ended?.Invoke(new CodeReplacement(older, newest));
    }

    private async Task CompileSavedAsync()
    {
        try
        {
            await CompileAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Disposed meanwhile: nobody waits for this version.
        }
    }

    private async Task<ScriptState> CompileSafelyAsync(ScriptState? before, CancellationToken cancellation)
    {
        try
        {
            return await CompileSourcesAsync(before, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _compiled = null;
            throw;
        }
        catch (Exception error)
        {
            // Whatever a text does to the compiler or the loader, the server goes on and the page says so.
            _compiled = null;
            LogFailure(_logger, error, Path);
            return Failed(before, "RFN0614", $"The script could not be compiled: {error.Message}");
        }
    }

    private async Task<ScriptState> CompileSourcesAsync(ScriptState? before, CancellationToken cancellation)
    {
        ScriptSources sources;
        try
        {
            sources = await ScriptSources.ReadAsync(Path, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _compiled = null;
            return Failed(before, "RFN0613", $"The script cannot be read: {error.Message}");
        }

        // What a project consists of is the build's affair: it says itself when there is nothing new.
        if (before is not null && sources.SameAs(_compiled) && !_hasProjects)
            return before;
        _compiled = sources;

        var compiled = await _compiler.CompileAsync(sources, cancellation).ConfigureAwait(false);
        _hasProjects = compiled.Projects.Count > 0;
        _watcher?.Follow(compiled.Projects);
        if (compiled.Errors.Any(error => error.Id is "RFN0612" or "RFN0616"))
            _compiled = null; // nothing in the sources need change for this to be mended: the next save tries again
        foreach (var warning in compiled.Warnings)
            LogWarning(_logger, warning.File, warning.Line, warning.Id, warning.Message);
        foreach (var error in compiled.Errors)
            LogError(_logger, error.File, error.Line, error.Id, error.Message);
        return compiled.Image is null
            ? new ScriptState(before?.Script, compiled.Errors)
            : new ScriptState(LoadedScript.Load(Name, compiled.Image), []);
    }

    private ScriptState Failed(ScriptState? before, string id, string message) =>
        new(before?.Script, [new(System.IO.Path.GetFileName(Path), 0, 0, id, message, "") { Path = Path }]);

    [LoggerMessage(LogLevel.Warning, "{File}({Line}): {Id}: {Message}")]
    private static partial void LogWarning(ILogger logger, string file, int line, string id, string message);

    [LoggerMessage(LogLevel.Error, "The compiler failed on {Path}")]
    private static partial void LogFailure(ILogger logger, Exception error, string path);

    [LoggerMessage(LogLevel.Error, "{File}({Line}): {Id}: {Message}")]
    private static partial void LogError(ILogger logger, string file, int line, string id, string message);
}
