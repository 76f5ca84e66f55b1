using System.Runtime.CompilerServices;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using Refrain.Elements;
using Refrain.Pages;

namespace Refrain.Recording;

/// <summary>A recording as it lies in a store: the elements as the browser gets them, and the tables and files behind them.</summary>
/// <param name="Library">The build of the library that drew it.</param>
/// <param name="Here">What was drawn at the place of the call.</param>
/// <param name="Sidebar">What was drawn in the sidebar.</param>
internal sealed record StoredPage(Guid Library, StoredNode[] Here, StoredNode[] Sidebar)
{
    internal static StoredPage Of(RecordedPage page, Guid library) => new(library, StoredNode.AllOf(page.Here), StoredNode.AllOf(page.Sidebar));

    /// <exception cref="DamagedBytesException">An element stands in two places, or in itself.</exception>
    internal RecordedPage ToPage()
    {
        var page = new RecordedPage();
        var seen = new HashSet<StoredNode>(ReferenceEqualityComparer.Instance);
        StoredNode.AddTo(page.Here, Here, seen);
        StoredNode.AddTo(page.Sidebar, Sidebar, seen);
        return page;
    }
}

/// <summary>An element as it lies in a store.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Props">Its props, as JSON.</param>
/// <param name="File">Where it was drawn.</param>
/// <param name="Line">The line there.</param>
/// <param name="Tables">The tables behind it.</param>
/// <param name="Blobs">The files behind it.</param>
/// <param name="Children">What was drawn in it; <see langword="null"/> for an element that has no children.</param>
internal sealed record StoredNode(string Kind, byte[] Props, string File, int Line, StoredTable[] Tables, StoredBlob[] Blobs, StoredNode[]? Children)
{
    internal static StoredNode[] AllOf(RecordedStrand strand) => [.. strand.Nodes().Select(Of)];

    internal static void AddTo(RecordedStrand strand, StoredNode[] nodes, HashSet<StoredNode> seen)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var node in nodes)
        {
            if (!seen.Add(node))
                throw new DamagedBytesException("The bytes of a recording have one element in two places.");
            strand.Add(node.ToNode(seen));
        }
    }

    private static StoredNode Of(RecordedNode node)
    {
        var content = node.Content;
        return new(
            content.Kind, content.ToProps(), node.Site.File, node.Site.Line, [.. content.Sources.Select(StoredTable.Of)], [.. content.Blobs.Select(StoredBlob.Of)],
            node.Children is { } children ? AllOf(children) : null);
    }

    private RecordedNode ToNode(HashSet<StoredNode> seen)
    {
        var children = Children is null ? null : new RecordedStrand();
        if (children is not null)
            AddTo(children, Children!, seen);
        return new(Kind, Props, new Pages.CallSite(File, Line), [.. Tables.Select(table => table.ToSource())], [.. Blobs.Select(blob => blob.ToBlob())], children);
    }
}

/// <summary>A table as it lies in a store: under the name by which the props speak of it, whatever its content would be called here and now.</summary>
internal sealed record StoredTable(string Id, DataFrame Frame)
{
    internal static StoredTable Of(RowSource source) => new(source.Id, ((FrameSource)source).Frame);

    internal FrameSource ToSource() => new(Frame, Id);
}

/// <summary>A file as it lies in a store.</summary>
internal sealed record StoredBlob(string Hash, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    internal static StoredBlob Of(Blob blob) => new(blob.Hash, blob.ContentType, blob.Bytes);

    internal Blob ToBlob() => new(Hash, ContentType, Bytes);
}
