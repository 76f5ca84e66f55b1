namespace Refrain.Cli.Doctor;

/// <summary>What one check of this machine found.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="State">Whether pages can be served as it is.</param>
/// <param name="Text">What was found and, where it is not well, what to do.</param>
internal sealed record Finding(string What, FindingState State, string Text)
{
    public override string ToString() => $"{(State switch { FindingState.Good => "ok   ", FindingState.Note => "note ", _ => "FAIL " })} {What}: {Text}";
}

/// <summary>Whether something is as it should be.</summary>
internal enum FindingState
{
    /// <summary>It is.</summary>
    Good,

    /// <summary>It is not, and pages are served all the same.</summary>
    Note,

    /// <summary>It is not, and something will not work.</summary>
    Bad,
}
