namespace Refrain.Pages;

/// <summary>What is about to be put into a node: just encoded, or shared with a recording.</summary>
internal readonly ref struct NodeContent
{
    private readonly ReadOnlySpan<byte> _encoded;
    private readonly byte[]? _shared;

    /// <summary>An element as it is drawn; valid until this thread encodes the next one.</summary>
    internal NodeContent(Element element)
    {
        _encoded = PropsEncoder.Encode(element);
        (Kind, Sources, Blobs) = (element.Kind, element.Sources, element.Blobs);
    }

    /// <summary>An element as it was recorded.</summary>
    internal NodeContent(string kind, byte[] props, IReadOnlyList<RowSource> sources, IReadOnlyList<Blob> blobs)
    {
        _encoded = _shared = props;
        (Kind, Sources, Blobs) = (kind, sources, blobs);
    }

    internal string Kind { get; }

    internal IReadOnlyList<RowSource> Sources { get; }

    internal IReadOnlyList<Blob> Blobs { get; }

    /// <summary>Whether a node with these props need not change. A replay mostly finds the very same array.</summary>
    internal bool Matches(byte[] props) => ReferenceEquals(props, _shared) || _encoded.SequenceEqual(props);

    /// <summary>The props to keep.</summary>
    internal byte[] ToProps() => _shared ?? _encoded.ToArray();
}
