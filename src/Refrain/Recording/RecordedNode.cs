using Refrain.Caching.Lifetimes;
using Refrain.Pages;

namespace Refrain.Recording;

/// <summary>One element that a cached function drew. Whole once its flight has ended, and never changed after that.</summary>
internal sealed class RecordedNode(string kind, byte[] props, CallSite site, IReadOnlyList<RowSource> sources, IReadOnlyList<Blob> blobs, RecordedStrand? children, RecordedWidget? widget = null)
{
    internal string Kind { get; } = kind;

    internal CallSite Site { get; } = site;

    /// <summary>What was drawn inside; <see langword="null"/> for an element that has no children.</summary>
    internal RecordedStrand? Children { get; } = children;

    /// <summary>The widget it is, if it is one.</summary>
    internal RecordedWidget? Widget { get; } = widget;

    /// <summary>How the tree takes it: the props are the very array that every page shares.</summary>
    internal NodeContent Content => new(Kind, props, sources, blobs);

    /// <summary>What it and everything inside it keep alive: other recordings, and the frames of the program, may stand on the same.</summary>
    internal IEnumerable<SharedBuffer> Buffers =>
    [
        new(props, props.Length),
        .. blobs.Select(blob => new SharedBuffer(blob, blob.Bytes.Length)),
        .. sources.SelectMany(source => source.Buffers),
        .. Children?.Buffers ?? [],
    ];

    internal static RecordedNode Of(Element element, CallSite site, bool hasChildren, RecordedWidget? widget = null) => new(
        element.Kind, PropsEncoder.Encode(element).ToArray(), site, element.Sources, element.Blobs, hasChildren ? new RecordedStrand() : null, widget);

    /// <summary>The same with widgets of its own.</summary>
    internal RecordedNode Copy(IReadOnlyDictionary<RecordedWidget, RecordedWidget> widgets) =>
        new(Kind, props, Site, sources, blobs, Children?.Copy(widgets), Widget is null ? null : widgets[Widget]);
}
