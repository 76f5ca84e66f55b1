namespace Refrain;

/// <summary>An element or widget was called with something it cannot show.</summary>
public sealed class ElementException : Exception
{
    /// <summary>Makes an error with an id, for example <c>RFN0301</c>.</summary>
    /// <param name="id">The id under which <c>docs/errors</c> explains it.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="inner">What caused it, if anything did.</param>
    public ElementException(string id, string message, Exception? inner = null)
        : base($"{id}: {message}", inner)
    {
        Id = id;
        HelpLink = $"docs/errors/{id}.md";
    }

    /// <summary>The id of the error, for example <c>RFN0301</c>.</summary>
    public string Id { get; }

    /// <summary>The parameter that was refused, when one is meant.</summary>
    public string? Parameter { get; init; }
}
