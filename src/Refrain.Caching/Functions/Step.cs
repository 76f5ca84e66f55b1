namespace Refrain.Caching.Functions;

/// <summary>The steps of computations and clears whose order decides what is kept; see Note [Clear beats compute].</summary>
internal enum Step
{
    /// <summary>A flight is known to others.</summary>
    Begun,

    /// <summary>It has looked beside memory.</summary>
    Recalled,

    /// <summary>Its body has run.</summary>
    Computed,

    /// <summary>Its value is frozen.</summary>
    Frozen,

    /// <summary>Its value was offered to the store beside memory.</summary>
    StoredBeside,

    /// <summary>Its value was offered to memory.</summary>
    Stored,

    /// <summary>A clear begins.</summary>
    Clearing,

    /// <summary>It has cleared beside memory.</summary>
    ClearedBeside,

    /// <summary>It has cleared memory.</summary>
    Cleared,
}
