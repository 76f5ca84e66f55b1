namespace Refrain;

/// <summary>What the page could not do, said in terms of the user's own code.</summary>
public sealed class UiException : Exception
{
    internal UiException(string id, string message, Exception? inner = null)
        : base($"{id}: {message}", inner)
    {
        Id = id;
        HelpLink = $"docs/errors/{id}.md";
    }

    /// <summary>The id of the error, for example <c>RFN0501</c>.</summary>
    public string Id { get; }
}
