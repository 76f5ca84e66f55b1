using Refrain.Pages;

namespace Refrain.Sessions;

/// <summary>One open page of one visitor: its widgets' values, its tree, its runs.</summary>
internal sealed class Session
{
    /// <summary>The table with this id that the page shows now.</summary>
    internal RowSource? FindSource(string id) => throw new NotSupportedException();

    /// <summary>The blob with this hash that the page shows now.</summary>
    internal Blob? FindBlob(string hash) => throw new NotSupportedException();
}
