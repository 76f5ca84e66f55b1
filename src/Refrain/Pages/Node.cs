using Refrain.Widgets;

namespace Refrain.Pages;

/// <summary>One element of a page as the browser knows it. Owned by its session; read and written under its lock.</summary>
internal class Node(string id, string kind)
{
    internal string Id { get; } = id;

    internal string Kind { get; } = kind;

    /// <summary>The element as UTF-8 JSON; the array is never changed, so a recording may share it.</summary>
    internal byte[] Props { get; set; } = [];

    /// <summary>The tables the element shows.</summary>
    internal IReadOnlyList<RowSource> Sources { get; set; } = [];

    /// <summary>The bytes it refers to.</summary>
    internal IReadOnlyList<Blob> Blobs { get; set; } = [];

    /// <summary>Whose value it shows, when it is a widget.</summary>
    internal WidgetState? Widget { get; init; }

    /// <summary>Where it stands.</summary>
    internal ContainerNode? Parent { get; set; }

    /// <summary>The run that last drew it.</summary>
    internal int DrawnIn { get; set; }

    /// <summary>The revision of the widget's value when it was last marked.</summary>
    internal int Revision { get; set; }

    /// <summary>The frame that carries its last change.</summary>
    internal int ChangedIn { get; set; }

    /// <summary>Whether the next frame carries it.</summary>
    internal bool IsDirty { get; set; }

    /// <summary>Whether it has left the page.</summary>
    internal bool IsRemoved { get; set; }
}
