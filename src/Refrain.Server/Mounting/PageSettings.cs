using Refrain.Apps;

namespace Refrain.Server.Mounting;

/// <summary>What is mounted, and what its page says about itself.</summary>
internal sealed record PageSettings
{
    /// <summary>The page's title.</summary>
    internal required string Title { get; init; }

    /// <summary>What a run calls; <see langword="null"/> while a script has not compiled.</summary>
    internal ScriptEntry? Entry { get; init; }

    /// <summary>Told of each visit, before the page is answered; a script that is compiled when first wanted starts then. Default: nobody.</summary>
    internal Action? Visited { get; init; }

    /// <summary>The script's file, when the page shows its source.</summary>
    internal string? SourceFile { get; init; }

    /// <summary>A link back, when the page is one of several.</summary>
    internal HomeLink? Home { get; init; }

    /// <summary>The pages that are served together, this one among them. Default: it stands alone.</summary>
    internal IReadOnlyList<PageLink> Pages { get; init; } = [];
}
