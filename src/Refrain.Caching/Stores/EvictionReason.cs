namespace Refrain.Caching.Stores;

/// <summary>Why an entry left its store.</summary>
internal enum EvictionReason
{
    /// <summary>A newer value of the same key took its place.</summary>
    Replaced,

    /// <summary>Its time was up.</summary>
    Expired,

    /// <summary>There were more than <c>MaxEntries</c>.</summary>
    MaxEntries,

    /// <summary>Together they were larger than <c>MaxSize</c>.</summary>
    MaxSize,

    /// <summary>Somebody cleared it.</summary>
    Cleared,

    /// <summary><c>Validate</c> said no.</summary>
    Invalid,

    /// <summary>The function's code or options changed.</summary>
    CodeChanged,

    /// <summary>The session or the app ended.</summary>
    Ended,
}
