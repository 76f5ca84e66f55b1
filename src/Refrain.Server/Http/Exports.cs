namespace Refrain.Server.Http;

/// <summary>The files of rows of a page's visitors, by the names that the browsers gave them.</summary>
/// <remarks>Which request of a file comes first, the one that writes it or the one that watches, nobody knows; and a short file has ended before anybody looks. So whoever comes first
/// makes the entry, and the newest that have ended are kept for a while.</remarks>
internal sealed class Exports
{
    /// <summary>How many that have ended are kept.</summary>
    internal const int Kept = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Session, string Name), Export> _exports = [];
    private readonly Queue<(string Session, string Name)> _ended = [];

    /// <summary>How many are known.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
                return _exports.Count;
        }
    }

    /// <summary>The one of a name, for who watches it.</summary>
    internal Export Open(string session, string name)
    {
        lock (_gate)
            return _exports.TryGetValue((session, name), out var known) ? known : _exports[(session, name)] = new Export();
    }

    /// <summary>The one of a name, for who writes it; a new one when it was written before.</summary>
    internal Export Begin(string session, string name)
    {
        lock (_gate)
            return _exports.TryGetValue((session, name), out var known) && known.State.End is null ? known : _exports[(session, name)] = new Export();
    }

    /// <summary>Ends one that is being written or will be; says nothing when there is none.</summary>
    internal void Stop(string session, string name)
    {
        lock (_gate)
            _exports.GetValueOrDefault((session, name))?.Stop();
    }

    /// <summary>Keeps how one ended, for who asks late.</summary>
    internal void Keep(string session, string name, Export export)
    {
        lock (_gate)
        {
            _exports[(session, name)] = export;
            _ended.Enqueue((session, name));
            while (_ended.Count > Kept)
                _exports.Remove(_ended.Dequeue());
        }
    }

    /// <summary>Forgets one that its watcher has left before it began.</summary>
    internal void Leave(string session, string name)
    {
        lock (_gate)
        {
            if (_exports.TryGetValue((session, name), out var export) && export.State is { Rows: null, End: null })
                _exports.Remove((session, name));
        }
    }
}
