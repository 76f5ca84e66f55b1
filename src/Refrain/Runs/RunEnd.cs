namespace Refrain.Runs;

/// <summary>How a run ended; what follows from it is the table "End of a run".</summary>
internal enum RunEnd
{
    /// <summary>Not yet, or it reached the end of the script.</summary>
    None,

    /// <summary>The script called <c>Ui.Stop()</c>, or somebody pressed Stop.</summary>
    Stopped,

    /// <summary>An exception that the script did not catch.</summary>
    Failed,

    /// <summary>The script called <c>Ui.Rerun()</c>.</summary>
    Rerun,

    /// <summary>A newer request cut it short.</summary>
    Replaced,

    /// <summary>Its session ended.</summary>
    SessionEnded,
}
