using Refrain.Pages;

namespace Refrain.Runs;

/// <summary>A place of a session's page where a run draws: a container, and where in it.</summary>
internal sealed class PagePlace(Run run, ContainerNode node, Strand strand)
{
    internal Run Run { get; } = run;

    internal ContainerNode Node { get; } = node;

    internal Strand Strand { get; } = strand;

    /// <summary>A place that stays open where the next element would stand now; <see langword="null"/> when the run is over.</summary>
    internal PagePlace? TryHoldPlace() => Run.Session.TryDraw(Run, this, static (tree, place) =>
    {
        place.Node.Open(tree.Run);
        return new PagePlace(place.Run, place.Node, place.Strand.HoldPlace());
    });

    /// <summary>The inside of a container that stands on the page.</summary>
    internal PagePlace Inside(ContainerNode node) => new(Run, node, node.Fresh);
}
