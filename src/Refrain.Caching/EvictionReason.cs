namespace Refrain;

/// <summary>Why an entry left its cache.</summary>
public enum EvictionReason
{
    /// <summary>A newer value of the same arguments took its place.</summary>
    Replaced,

    /// <summary>Its time was up.</summary>
    Expired,

    /// <summary>There were more than <see cref="CachedFunctionAttribute.MaxEntries"/>.</summary>
    MaxEntries,

    /// <summary>Together they were larger than <see cref="CachedFunctionAttribute.MaxSize"/>.</summary>
    MaxSize,

    /// <summary>All data together were larger than the budget of the program.</summary>
    Budget,

    /// <summary>Somebody cleared it.</summary>
    Cleared,

    /// <summary><see cref="CacheResourceAttribute.Validate"/> said no.</summary>
    Invalid,

    /// <summary>The function's code or options changed.</summary>
    CodeChanged,

    /// <summary>The session or the app ended.</summary>
    Ended,
}
