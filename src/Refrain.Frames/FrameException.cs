namespace Refrain;

/// <summary>What a frame could not do, said in terms of its columns, rows and files.</summary>
public sealed class FrameException : Exception
{
    internal FrameException(string id, string message, Exception? inner = null)
        : base($"{id}: {message}", inner)
    {
        Id = id;
        HelpLink = $"docs/errors/{id}.md";
    }

    /// <summary>The id of the error, for example <c>RFN0201</c>.</summary>
    public string Id { get; }

    /// <summary>The file or address that was being read, when there is one.</summary>
    public string? Path { get; init; }

    /// <summary>The line of that file, counted from 1, when one is meant.</summary>
    public int? Line { get; init; }

    /// <summary>The name of the column, when one is meant.</summary>
    public string? Column { get; init; }
}
