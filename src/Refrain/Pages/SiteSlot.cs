namespace Refrain.Pages;

/// <summary>What makes an element the same one on the next run: the line that draws it, and its kind.</summary>
internal readonly record struct SiteKey(CallSite Site, string Kind)
{
    /// <summary>Lines tell calls apart well enough; hashing the file's name each time would not be worth it.</summary>
    public override int GetHashCode() => HashCode.Combine(Site.Line, Kind.Length, Kind[0]);
}

/// <summary>The nodes one line draws into a container: one for each round of a loop.</summary>
internal sealed class SiteSlot
{
    private readonly List<Node> _nodes = new(1);
    private int _run;
    private int _used;

    /// <summary>Begins counting anew, the first time a run comes by.</summary>
    internal void Open(int run)
    {
        if (_run == run)
            return;
        _run = run;
        _used = 0;
    }

    /// <summary>The node of the next round, if an earlier run had one.</summary>
    internal Node? Next() => _used < _nodes.Count ? _nodes[_used++] : null;

    internal void Add(Node node)
    {
        _nodes.Add(node);
        _used++;
    }

    /// <summary>Forgets what the run did not draw; says whether anything is left.</summary>
    internal bool Trim(int run)
    {
        if (_run != run)
            return false;
        _nodes.RemoveRange(_used, _nodes.Count - _used);
        return _nodes.Count > 0;
    }
}
