using Refrain.Pages;
using Refrain.Runs;

namespace Refrain.Recording;

/// <summary>Everything a cached function drew: at the place of its call, and in the sidebar.</summary>
internal sealed class RecordedPage
{
    internal RecordedStrand Here { get; } = new();

    internal RecordedStrand Sidebar { get; } = new();

    internal bool IsEmpty => Here.IsEmpty && Sidebar.IsEmpty;

    /// <summary>Draws it again at a place of a page.</summary>
    internal void PlaceIn(PageTree tree, PagePlace place)
    {
        place.Node.Open(tree.Run);
        Here.PlaceIn(tree, place.Node, place.Strand);
        if (Sidebar.IsEmpty)
            return;
        tree.UseSidebar();
        tree.Sidebar.Open(tree.Run);
        Sidebar.PlaceIn(tree, tree.Sidebar, tree.Sidebar.Fresh);
    }
}
