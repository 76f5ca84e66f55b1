using Refrain.Pages;
using Refrain.Runs;
using Refrain.Widgets;

namespace Refrain.Recording;

/// <summary>A place that a cached function draws in.</summary>
/// <param name="scope">Its flight.</param>
/// <param name="block">What it is, for errors.</param>
/// <param name="made">Where it was made.</param>
/// <param name="recorded">Where the recording keeps what is drawn.</param>
/// <param name="inSidebar">Whether it is the sidebar or stands in it, as far as the function goes.</param>
/// <param name="live">The same place on the page of the run that started the flight.</param>
internal sealed class FlightContainer(FlightScope scope, string block, CallSite made, RecordedStrand recorded, bool inSidebar, PagePlace? live) : Container
{
    internal RecordedStrand Recorded { get; } = recorded;

    internal bool InSidebar { get; } = inSidebar;

    internal PagePlace? Live { get; } = live;

    public override IDisposable Enter()
    {
        scope.EnsureDrawable(block, made, default);
        return new Entered(scope, this);
    }

    internal override void Draw(Element element, CallSite site)
    {
        scope.EnsureDrawable(block, made, site);
        var node = RecordedNode.Of(element, site, hasChildren: false);
        Recorded.Add(node);
        PlaceLive(node);
    }

    internal override Container DrawContainer(Element element, CallSite site)
    {
        scope.EnsureDrawable(block, made, site);
        var node = RecordedNode.Of(element, site, hasChildren: true);
        Recorded.Add(node);
        var inside = PlaceLive(node) is ContainerNode container ? Live!.Inside(container) : null;
        return new FlightContainer(scope, element.Kind, site, node.Children!, InSidebar, inside);
    }

    internal override T DrawWidget<T>(Widget<T> widget, CallSite site)
    {
        scope.EnsureDrawable(block, made, site);
        var run = scope.EnsureWidgets(widget.Element.Kind, site);
        var value = run.Session.CallWidget(run, Live, widget, InSidebar, site);
        var recorded = new RecordedWidget<T>(widget, site);
        Recorded.Add(RecordedNode.Of(widget.Element, site, hasChildren: false, recorded));
        scope.Note(new(recorded, InSidebar, recorded.Digest(value), recorded.InBrief(value)));
        return value;
    }

    /// <summary>A place held open on the page for a cached call made here.</summary>
    internal PagePlace? TryHoldPlace() => Live?.TryHoldPlace();

    private Node? PlaceLive(RecordedNode node) => Live is null
        ? null
        : Live.Run.Session.TryDraw(Live.Run, (Live, node), static (tree, drawn) =>
            tree.Place(drawn.Live.Node, drawn.Live.Strand, drawn.node.Children is not null, drawn.node.Site, drawn.node.Content));
}
