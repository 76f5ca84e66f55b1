using Refrain.Caching.Lifetimes;
using Refrain.Pages;
using Refrain.Widgets;

namespace Refrain.Recording;

/// <summary>Recorded elements in the order in which they were drawn, with places held open for cached calls inside.</summary>
internal sealed class RecordedStrand
{
    private readonly Lock _gate = new();
    private readonly List<object> _items = [];

    internal bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _items.TrueForAll(item => item is RecordedStrand { IsEmpty: true });
        }
    }

    /// <summary>What the elements keep alive.</summary>
    internal IEnumerable<SharedBuffer> Buffers => Nodes().SelectMany(node => node.Buffers);

    internal void Add(RecordedNode node)
    {
        lock (_gate)
            _items.Add(node);
    }

    internal RecordedStrand HoldPlace()
    {
        var place = new RecordedStrand();
        lock (_gate)
            _items.Add(place);
        return place;
    }

    /// <summary>Adds what another recording holds: nodes are shared, not copied.</summary>
    internal void AddAll(RecordedStrand other)
    {
        var items = other.Items();
        lock (_gate)
            _items.AddRange(items);
    }

    /// <summary>All nodes in order.</summary>
    internal IEnumerable<RecordedNode> Nodes() => Items().SelectMany(item => item is RecordedStrand place ? place.Nodes() : [(RecordedNode)item]);

    /// <summary>Draws everything at a place of a page, with the widgets as they were called there.</summary>
    internal void PlaceIn(PageTree tree, ContainerNode container, Strand strand, IReadOnlyDictionary<RecordedWidget, WidgetState> widgets)
    {
        foreach (var item in Items())
        {
            if (item is RecordedStrand place)
            {
                place.PlaceIn(tree, container, strand, widgets);
                continue;
            }

            var recorded = (RecordedNode)item;
            if (recorded.Widget is { } widget)
            {
                tree.PlaceWidget(container, strand, widgets[widget], recorded.Content);
                continue;
            }

            var node = tree.Place(container, strand, recorded.Children is not null, recorded.Site, recorded.Content);
            if (recorded.Children is { } children)
                children.PlaceIn(tree, (ContainerNode)node, ((ContainerNode)node).Fresh, widgets);
        }
    }

    /// <summary>The same with widgets of its own.</summary>
    internal RecordedStrand Copy(IReadOnlyDictionary<RecordedWidget, RecordedWidget> widgets)
    {
        var copy = new RecordedStrand();
        foreach (var node in Nodes())
            copy._items.Add(node.Copy(widgets));
        return copy;
    }

    private object[] Items()
    {
        lock (_gate)
            return [.. _items];
    }
}
