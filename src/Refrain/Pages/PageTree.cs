using System.Globalization;
using Refrain.Widgets;

namespace Refrain.Pages;

/// <summary>The nodes of a session's page. Used under the session's lock.</summary>
internal sealed class PageTree
{
    private readonly Holdings<RowSource> _sources = new(static source => source.Id);
    private readonly Holdings<Blob> _blobs = new(static blob => blob.Hash);
    private readonly List<Node> _dirty = [];
    private readonly HashSet<ContainerNode> _containers = [];
    private int _lastId;

    internal PageTree()
    {
        Root = Fixed("root", inSidebar: false);
        Main = Fixed("main", inSidebar: false);
        Sidebar = Fixed("sidebar", inSidebar: true);
    }

    internal ContainerNode Root { get; }

    internal ContainerNode Main { get; }

    internal ContainerNode Sidebar { get; }

    /// <summary>Every container that stands on the page.</summary>
    internal IReadOnlyCollection<ContainerNode> Containers => _containers;

    /// <summary>The number of the run that draws, or that drew last.</summary>
    internal int Run { get; private set; }

    /// <summary>The nodes that the next frame carries.</summary>
    internal List<Node> Dirty => _dirty;

    /// <summary>How many bytes of nodes wait for the next frame, about.</summary>
    internal int DirtyBytes { get; set; }

    /// <summary>Everything shown now becomes old.</summary>
    internal void BeginRun(int run)
    {
        Run = run;
        foreach (var container in _containers)
            container.IsTouched = true;
        PlaceFixed(Main);
    }

    /// <summary>Puts the sidebar on the page, if this run has not yet.</summary>
    internal void UseSidebar()
    {
        if (Sidebar.DrawnIn != Run || Sidebar.Parent is null)
            PlaceFixed(Sidebar);
    }

    /// <summary>Puts an element at the end of a strand of a container.</summary>
    internal Node Place(ContainerNode parent, Strand strand, bool hasChildren, CallSite site, NodeContent content)
    {
        parent.Open(Run);
        var slot = parent.Slot(new SiteKey(site, content.Kind), Run);
        var node = slot.Next();
        if (node is null)
        {
            node = hasChildren ? new ContainerNode(NextId("n"), content.Kind, parent.InSidebar) : new Node(NextId("n"), content.Kind);
            slot.Add(node);
            Enter(node);
        }
        else if (node.IsRemoved)
        {
            Enter(node);
        }

        Put(parent, strand, node, content);
        return node;
    }

    /// <summary>Puts a widget's node at the end of a strand. Its identity is the widget's, wherever it stands.</summary>
    internal void PlaceWidget(ContainerNode parent, Strand strand, WidgetState widget, NodeContent content)
    {
        parent.Open(Run);
        if (widget.Node is not { IsRemoved: false } node || node.Kind != content.Kind)
        {
            if (widget.Node is { IsRemoved: false } other)
                Remove(other);
            node = new Node(widget.Id, content.Kind) { Widget = widget };
            widget.Node = node;
            Enter(node);
        }

        if (node.Parent is { } before && before != parent)
            before.IsTouched = true;
        Put(parent, strand, node, content);
        Refresh(widget);
    }

    /// <summary>A widget's value may have changed.</summary>
    internal void Refresh(WidgetState widget)
    {
        if (widget.Node is not { IsRemoved: false } node || node.Revision == widget.Revision)
            return;
        node.Revision = widget.Revision;
        MarkDirty(node);
    }

    /// <summary>A node's content changed.</summary>
    internal void MarkDirty(Node node)
    {
        DirtyBytes += node.Props.Length + 64;
        if (node.IsDirty)
            return;
        node.IsDirty = true;
        _dirty.Add(node);
    }

    /// <summary>Takes away everything the current run did not draw.</summary>
    internal void Trim()
    {
        var removed = new List<Node>();
        Trim(Root, removed);
    }

    /// <summary>Takes what is in a strand off the page again.</summary>
    internal void Withdraw(ContainerNode container, Strand strand)
    {
        var nodes = new List<Node>();
        strand.CopyTo(nodes);
        strand.Clear();
        container.IsTouched = true;
        foreach (var node in nodes)
            node.DrawnIn = 0;
        foreach (var node in nodes.Where(node => node.Parent == container))
            Remove(node);
    }

    internal RowSource? FindSource(string id) => _sources.Find(id);

    internal Blob? FindBlob(string hash) => _blobs.Find(hash);

    /// <summary>Every node that stands on the page, parents first.</summary>
    internal IEnumerable<Node> AllNodes()
    {
        var waiting = new Stack<Node>([Root]);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            if (node is not ContainerNode container)
                continue;
            var children = new List<Node>();
            container.Compose(children);
            foreach (var child in children)
                waiting.Push(child);
        }
    }

    internal string NextId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_lastId}");

    private static ContainerNode Fixed(string name, bool inSidebar) => new(name, name, inSidebar) { Props = "{}"u8.ToArray() };

    private void PlaceFixed(ContainerNode node)
    {
        Root.Open(Run);
        if (!_containers.Contains(Root))
            Enter(Root);
        if (!_containers.Contains(node))
            Enter(node);
        node.Parent = Root;
        node.DrawnIn = Run;
        Root.Fresh.Add(node);
        Root.IsTouched = true;
    }

    private void Put(ContainerNode parent, Strand strand, Node node, NodeContent content)
    {
        node.Parent = parent;
        node.DrawnIn = Run;
        strand.Add(node);
        parent.IsTouched = true;
        if (!content.Matches(node.Props))
        {
            node.Props = content.ToProps();
            MarkDirty(node);
        }

        Hold(node, content.Sources, content.Blobs);
    }

    private void Enter(Node node)
    {
        node.IsRemoved = false;
        MarkDirty(node);
        if (node is ContainerNode container)
        {
            container.Enter();
            _containers.Add(container);
        }
    }

    private void Trim(ContainerNode container, List<Node> removed)
    {
        var first = removed.Count;
        container.Trim(Run, removed);
        for (var i = first; i < removed.Count; i++)
            Remove(removed[i]);
        if (removed.Count > first)
            container.IsTouched = true;

        var children = new List<Node>();
        container.Compose(children);
        foreach (var child in children.OfType<ContainerNode>())
            Trim(child, removed);
    }

    private void Remove(Node node)
    {
        node.IsRemoved = true;
        node.Parent = null;
        Hold(node, [], []);
        if (node is not ContainerNode container)
            return;
        _containers.Remove(container);
        var children = new List<Node>();
        container.Open(-1);
        container.Compose(children);
        foreach (var child in children)
            Remove(child);
    }

    private void Hold(Node node, IReadOnlyList<RowSource> sources, IReadOnlyList<Blob> blobs)
    {
        _sources.Replace(node.Sources, sources);
        _blobs.Replace(node.Blobs, blobs);
        (node.Sources, node.Blobs) = (sources, blobs);
    }
}
