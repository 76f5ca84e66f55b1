using Refrain.Pages;
using Refrain.Recording;
using Refrain.Widgets;

namespace Refrain.Runs;

/// <summary>A place of the page, as a run draws in it.</summary>
internal sealed class RunContainer(RunScope scope, PagePlace place, CallSite made) : Container
{
    internal bool InSidebar => place.Node.InSidebar;

    private Run Run => scope.Run;

    public override IDisposable Enter()
    {
        scope.EnsureDrawable(place.Node.Kind, made, default);
        Run.ThrowIfDoomed();
        return new Entered(scope, this);
    }

    internal override void Draw(Element element, CallSite site) => Place(element, site, hasChildren: false);

    internal override Container DrawContainer(Element element, CallSite site)
    {
        var node = (ContainerNode)Place(element, site, hasChildren: true);
        return new RunContainer(scope, place.Inside(node), site);
    }

    internal override T DrawWidget<T>(Widget<T> widget, CallSite site)
    {
        scope.EnsureDrawable(place.Node.Kind, made, site);
        return Run.Session.CallWidget(Run, place, widget, site);
    }

    internal PagePlace? TryHoldPlace() => place.TryHoldPlace();

    internal void Replay(RecordedPage recording) => Run.Session.Replay(Run, place, recording);

    private Node Place(Element element, CallSite site, bool hasChildren)
    {
        scope.EnsureDrawable(place.Node.Kind, made, site);
        return Run.Session.Place(Run, place, element, site, hasChildren);
    }
}
