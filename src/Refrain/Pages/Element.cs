namespace Refrain.Pages;

/// <summary>What an element looks like: the <c>props</c> of a node on the wire, as camel-case JSON of its public properties.</summary>
/// <remarks>What is not a prop is internal here, because a <c>[JsonIgnore]</c> does not reach the overrides of a public property.</remarks>
internal abstract record Element
{
    /// <summary>The node's <c>kind</c> on the wire.</summary>
    internal abstract string Kind { get; }

    /// <summary>What the element shows but does not carry itself; registered in each session that draws it.</summary>
    internal virtual IReadOnlyList<RowSource> Sources => [];

    /// <summary>The bytes the element refers to by their content.</summary>
    internal virtual IReadOnlyList<Blob> Blobs => [];
}
