namespace Refrain;

/// <summary>What the cache could not do, said in terms of the user's own code.</summary>
public class CacheException : Exception
{
    /// <summary>Makes an error with an id, for example <c>RFN0101</c>.</summary>
    /// <param name="id">The id under which <c>docs/errors</c> explains it.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="inner">What caused it, if anything did.</param>
    public CacheException(string id, string message, Exception? inner = null)
        : base($"{id}: {message}", inner)
    {
        Id = id;
        HelpLink = $"docs/errors/{id}.md";
    }

    /// <summary>The id of the error, for example <c>RFN0101</c>.</summary>
    public string Id { get; }

    /// <summary>The cached function it happened in, as the user wrote it; <see langword="null"/> when there is none.</summary>
    public string? Function { get; init; }

    /// <summary>The parameter of that function, when one is meant.</summary>
    public string? Parameter { get; init; }

    /// <summary>The path of members from the argument or value to what was refused, for example <c>options.Client.Handler</c>.</summary>
    public string? MemberPath { get; init; }
}
