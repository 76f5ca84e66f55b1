namespace Refrain;

/// <summary>How long a keyed widget keeps its value when a run does not call it.</summary>
public enum Keep
{
    /// <summary>While the page stays the same.</summary>
    Page,

    /// <summary>Not at all: a run that reaches its end without calling it drops the value.</summary>
    None,

    /// <summary>As long as the session, across pages.</summary>
    Session,
}
