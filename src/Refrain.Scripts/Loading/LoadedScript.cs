using Refrain.Scripts.Compiling;

namespace Refrain.Scripts.Loading;

/// <summary>One version of a script, ready to run. Unloads once it was retired and its last run has ended.</summary>
internal sealed class LoadedScript
{
    private readonly Lock _gate = new();
    private readonly string _name;
    private ScriptLoadContext? _context;
    private Func<string[], Task>? _entry;
    private int _runs;
    private bool _retired;

    private LoadedScript(string name, ScriptLoadContext context, Func<string[], Task> entry)
    {
        (_name, _context, _entry) = (name, context, entry);
    }

    /// <summary>Loads a compiled script.</summary>
    internal static LoadedScript Load(string name, ScriptImage image)
    {
        var context = new ScriptLoadContext(name, image.Packages);
        try
        {
            return new LoadedScript(name, context, EntryPoint.Find(context.Load(image).EntryPoint!));
        }
        catch
        {
            context.Unload();
            throw;
        }
    }

    /// <summary>Runs the script from top to bottom, with locals of its own.</summary>
    /// <returns><see langword="false"/> when this version was retired before the run began; then the next version is to be run.</returns>
    internal async Task<bool> TryRunAsync(string[] arguments)
    {
        if (Enter() is not { } entry)
            return false;
        try
        {
            await entry(arguments).ConfigureAwait(false);
            return true;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Lets no further run begin.</summary>
    internal void Retire()
    {
        lock (_gate)
        {
            _retired = true;
            UnloadWhenUnused();
        }
    }

    public override string ToString() => _name;

    private Func<string[], Task>? Enter()
    {
        lock (_gate)
        {
            if (_retired)
                return null;
            _runs++;
            return _entry;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _runs--;
            UnloadWhenUnused();
        }
    }

    private void UnloadWhenUnused()
    {
        if (!_retired || _runs > 0 || _context is null)
            return;
        _context.Unload();
        (_context, _entry) = (null, null);
    }
}
