using Refrain.Caching.Lifetimes;
using Refrain.Caching.Snapshots;
using Refrain.Pages;
using Refrain.Runs;
using Refrain.Widgets;

namespace Refrain.Recording;

/// <summary>Everything a cached function drew: at the place of its call, and in the sidebar.</summary>
internal sealed class RecordedPage : IMeasured
{
    private static readonly Dictionary<RecordedWidget, WidgetState> NoWidgets = [];
    private readonly Lock _gate = new();
    private readonly List<RecordedRead> _reads = [];

    internal RecordedPage()
        : this(new(), new())
    {
    }

    private RecordedPage(RecordedStrand here, RecordedStrand sidebar) => (Here, Sidebar) = (here, sidebar);

    internal RecordedStrand Here { get; }

    internal RecordedStrand Sidebar { get; }

    /// <summary>The widgets among it, in the order in which they were called.</summary>
    internal IReadOnlyList<RecordedRead> Reads
    {
        get
        {
            lock (_gate)
                return [.. _reads];
        }
    }

    internal bool IsEmpty => Here.IsEmpty && Sidebar.IsEmpty;

    IEnumerable<SharedBuffer> IMeasured.Buffers => Here.Buffers.Concat(Sidebar.Buffers);

    internal void Add(RecordedRead read)
    {
        lock (_gate)
            _reads.Add(read);
    }

    /// <summary>What another recording takes in: nodes are shared, but where there are widgets, since the other may take them in more than once.</summary>
    internal RecordedPage ToTakeIn()
    {
        if (_reads.Count == 0)
            return this;
        var widgets = _reads.ToDictionary(read => read.Widget, read => read.Widget.Copy());
        var copy = new RecordedPage(Here.Copy(widgets), Sidebar.Copy(widgets));
        copy._reads.AddRange(_reads.Select(read => read with { Widget = widgets[read.Widget] }));
        return copy;
    }

    /// <summary>Draws it again at a place of a page.</summary>
    internal void PlaceIn(PageTree tree, PagePlace place)
    {
        var widgets = CallWidgets(place);
        place.Node.Open(tree.Run);
        Here.PlaceIn(tree, place.Node, place.Strand, widgets);
        if (Sidebar.IsEmpty)
            return;
        tree.UseSidebar();
        tree.Sidebar.Open(tree.Run);
        Sidebar.PlaceIn(tree, tree.Sidebar, tree.Sidebar.Fresh, widgets);
    }

    private Dictionary<RecordedWidget, WidgetState> CallWidgets(PagePlace place)
    {
        if (_reads.Count == 0)
            return NoWidgets;
        var widgets = new Dictionary<RecordedWidget, WidgetState>();
        foreach (var read in _reads)
            widgets.Add(read.Widget, read.Widget.Call(place.Run.Session.Widgets, read.InSidebar || place.Node.InSidebar));
        return widgets;
    }
}
