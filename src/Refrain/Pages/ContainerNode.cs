namespace Refrain.Pages;

/// <summary>A node with children: those the current run has drawn, then those of earlier runs that it has not drawn yet.</summary>
internal sealed class ContainerNode(string id, string kind, bool inSidebar) : Node(id, kind)
{
    private readonly Dictionary<SiteKey, SiteSlot> _slots = [];
    private readonly List<Node> _order = [];
    private List<Node> _old = [];
    private int _run;

    /// <summary>Whether it is the sidebar or stands in it.</summary>
    internal bool InSidebar { get; } = inSidebar;

    /// <summary>What the current run has drawn into it.</summary>
    internal Strand Fresh { get; } = new();

    /// <summary>The children in the order that the last frame carries; <see langword="null"/> when the browser has no order yet.</summary>
    internal IReadOnlyList<Node>? Shown { get; private set; }

    /// <summary>The frame that carries the last change of the order.</summary>
    internal int OrderChangedIn { get; set; }

    /// <summary>Whether children may have changed since the last frame.</summary>
    internal bool IsTouched { get; set; }

    /// <summary>It comes onto the page: no frame has told its children yet.</summary>
    internal void Enter()
    {
        Shown = null;
        IsTouched = true;
    }

    /// <summary>Turns what an earlier run drew into what is old, the first time a run draws here.</summary>
    internal void Open(int run)
    {
        if (_run == run)
            return;
        var old = new List<Node>(_order.Count);
        Compose(old);
        _old = old;
        Fresh.Clear();
        _run = run;
    }

    /// <summary>The node that this call drew in an earlier run, or <see langword="null"/>. Calls of one line are told apart by their order.</summary>
    internal SiteSlot Slot(SiteKey key, int run)
    {
        if (!_slots.TryGetValue(key, out var slot))
            _slots.Add(key, slot = new SiteSlot());
        slot.Open(run);
        return slot;
    }

    /// <summary>All children in order; gives how many of them are fresh.</summary>
    internal int Compose(List<Node> children)
    {
        Fresh.CopyTo(children);
        children.RemoveAll(child => child.Parent != this);
        var fresh = children.Count;
        foreach (var node in _old)
        {
            if (node.DrawnIn != _run && node.Parent == this)
                children.Add(node);
        }

        return fresh;
    }

    /// <summary>Composes the order; says whether it differs from the one the last frame carries.</summary>
    internal bool UpdateOrder(int run, out int fresh)
    {
        _order.Clear();
        fresh = Compose(_order);
        if (_run != run)
            fresh = 0;
        if (Shown is not null && _order.Count == Shown.Count && SameNodes(_order, Shown))
            return false;
        Shown = [.. _order];
        return true;
    }

    /// <summary>Takes away what the run did not draw, and gives it.</summary>
    internal void Trim(int run, List<Node> removed)
    {
        Open(run);
        var before = removed.Count;
        foreach (var node in _old)
        {
            if (node.DrawnIn != run && node.Parent == this)
                removed.Add(node);
        }

        _old = [];
        if (removed.Count > before)
            TrimSlots(run);
    }

    private void TrimSlots(int run)
    {
        foreach (var (key, slot) in _slots)
        {
            if (!slot.Trim(run))
                _slots.Remove(key);
        }
    }

    private static bool SameNodes(List<Node> one, IReadOnlyList<Node> other)
    {
        for (var i = 0; i < one.Count; i++)
        {
            if (!ReferenceEquals(one[i], other[i]))
                return false;
        }

        return true;
    }
}
