using System.Runtime.Loader;
using Refrain.Scripts.Compiling;

namespace Refrain.Scripts.Loading;

/// <summary>One version of a script, ready to run. Unloads once it was retired and its last run has ended.</summary>
internal sealed class LoadedScript
{
    private readonly Lock _gate = new();
    private readonly string _name;
    private ScriptLoadContext? _context;
    private Func<string[], Task>? _entry;
    private Action? _ended;
    private int _runs;
    private bool _retired;

    private LoadedScript(string name, ScriptLoadContext context, Func<string[], Task> entry)
    {
        (_name, _context, _entry) = (name, context, entry);
    }

    /// <summary>Loads a compiled script.</summary>
    internal static LoadedScript Load(string name, ScriptImage image)
    {
        var context = new ScriptLoadContext(name, image);
        try
        {
            return new LoadedScript(name, context, EntryPoint.Find(context.Load(image.Assembly, image.Symbols).EntryPoint!));
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

    /// <summary>Where its code is; <see langword="null"/> once that is unloaded.</summary>
    internal AssemblyLoadContext? Context => _context;

    /// <summary>Lets no further run begin.</summary>
    /// <param name="ended">Called when the last run has ended, before the code is unloaded. Must not throw.</param>
    internal void Retire(Action? ended = null)
    {
        lock (_gate)
        {
            _retired = true;
            _ended = ended;
        }

        UnloadWhenUnused();
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
            _runs--;
        UnloadWhenUnused();
    }

    private void UnloadWhenUnused()
    {
        ScriptLoadContext context;
        Action? ended;
        lock (_gate)
        {
            if (!_retired || _runs > 0 || _context is null)
                return;
            (context, ended) = (_context, _ended);
            (_context, _entry, _ended) = (null, null, null);
        }

        ended?.Invoke();
        context.Unload();
    }
}
