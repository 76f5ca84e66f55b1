namespace Refrain.Pages;

/// <summary>Nodes in the order in which a run draws them, with places held open inside.</summary>
/// <remarks>A cached function holds a place open where it was called, so that what it draws after an <c>await</c> stands where a replay
/// would put it, not behind what its caller drew meanwhile.</remarks>
internal sealed class Strand
{
    private readonly List<object> _items = [];
    private bool _hasPlaces;

    internal int Count => _items.Count;

    internal void Add(Node node) => _items.Add(node);

    /// <summary>Holds a place open at the end.</summary>
    internal Strand HoldPlace()
    {
        var place = new Strand();
        _items.Add(place);
        _hasPlaces = true;
        return place;
    }

    internal void Clear()
    {
        _items.Clear();
        _hasPlaces = false;
    }

    /// <summary>Adds all nodes in order.</summary>
    internal void CopyTo(List<Node> nodes)
    {
        if (!_hasPlaces)
        {
            foreach (var item in _items)
                nodes.Add((Node)item);
            return;
        }

        foreach (var item in _items)
        {
            if (item is Strand place)
                place.CopyTo(nodes);
            else
                nodes.Add((Node)item);
        }
    }
}
