using System.Runtime.Loader;
using Microsoft.Extensions.Logging;
using Refrain.Caching.Functions;
using Refrain.Scripts.Compiling;
using Refrain.Scripts.Loading;
using Refrain.Scripts.Projects;
using Refrain.Scripts.Sources;
using Refrain.Scripts.Watching;

namespace Refrain.Scripts;

/// <summary>A script's file, or a project that is a page: compiled when first wanted, and again whenever it is saved.
/// The last version that compiled goes on serving meanwhile.</summary>
internal sealed partial class LiveScript : IAsyncDisposable
{
    private readonly SemaphoreSlim _compiling = new(1, 1);
    private readonly CancellationTokenSource _ending = new();
    private readonly IPageCode _code;
    private readonly ILogger _logger;
    private readonly SourceWatcher? _watcher;
    private volatile ScriptState? _state;
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
        _code = IsProject(Path) ? ProjectOf(options) : ScriptOf(options);
        if (options.Watch)
            _watcher = new SourceWatcher(Path, options.Time, CompileSavedAsync, deep: IsProject(Path));
    }

    /// <summary>Raised whenever the file was compiled, well or not, before the version it replaces is retired. Handlers must not throw.</summary>
    internal event Action<ScriptChange>? Changed;

    /// <summary>Raised when the last run of a replaced version has ended, before its code is unloaded. Handlers must not throw.</summary>
    internal event Action<CodeReplacement>? Ended;

    /// <summary>The file's full path.</summary>
    internal string Path { get; }

    /// <summary>The file that a visitor may read; <see langword="null"/> where the page is more than one.</summary>
    internal string? SourceFile => IsProject(Path) ? null : Path;

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
            _code.Forget();
            throw;
        }
        catch (Exception error)
        {
            // Whatever a text does to the compiler or the loader, the server goes on and the page says so.
            _code.Forget();
            LogFailure(_logger, error, Path);
            return Failed(before, "RFN0614", $"The script could not be compiled: {error.Message}");
        }
    }

    private async Task<ScriptState> CompileSourcesAsync(ScriptState? before, CancellationToken cancellation)
    {
        CompiledScript? compiled;
        try
        {
            compiled = await _code.CompileAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _code.Forget();
            return Failed(before, "RFN0613", $"The script cannot be read: {error.Message}");
        }

        if (compiled is null)
            return before ?? throw new InvalidOperationException("Nothing was compiled yet, so nothing can be as before.");
        _watcher?.Follow(compiled.Projects, compiled.Files);
        foreach (var warning in compiled.Warnings)
            LogWarning(_logger, warning.File, warning.Line, warning.Id, warning.Message);
        foreach (var error in compiled.Errors)
            LogError(_logger, error.File, error.Line, error.Id, error.Message);
        return compiled.Image is null
            ? new ScriptState(before?.Script, compiled.Errors)
            : new ScriptState(LoadedScript.Load(Name, compiled.Image), []);
    }

    private static bool IsProject(string path) => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    private ProjectCode ProjectOf(LiveScriptOptions options) => new(
        Path,
        new ProjectDescriber(Path, options.Configuration, options.PackageCache ?? ScriptPackages.DefaultCacheFolder) { Fetching = options.Fetching },
        options.Output);

    private ScriptCode ScriptOf(LiveScriptOptions options)
    {
        var packages = new ScriptPackages(
            System.IO.Path.GetDirectoryName(Path)!, options.PackageCache ?? ScriptPackages.DefaultCacheFolder, options.Configuration) { Fetching = options.Fetching };
        return new ScriptCode(Path, new ScriptCompiler(Name, packages, release: options.Configuration == "Release"));
    }

    private ScriptState Failed(ScriptState? before, string id, string message) =>
        new(before?.Script, [new(System.IO.Path.GetFileName(Path), 0, 0, id, message, "") { Path = Path }]);

    [LoggerMessage(0, LogLevel.Warning, "{File}({Line}): {Id}: {Message}")]
    private static partial void LogWarning(ILogger logger, string file, int line, string id, string message);

    [LoggerMessage(0, LogLevel.Error, "The compiler failed on {Path}")]
    private static partial void LogFailure(ILogger logger, Exception error, string path);

    [LoggerMessage(0, LogLevel.Error, "{File}({Line}): {Id}: {Message}")]
    private static partial void LogError(ILogger logger, string file, int line, string id, string message);
}
