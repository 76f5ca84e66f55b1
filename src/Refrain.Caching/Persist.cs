namespace Refrain;

/// <summary>Where the entries of a data function are kept beside memory.</summary>
public enum Persist
{
    /// <summary>Nowhere: entries go when the process does.</summary>
    None,

    /// <summary>In files of the cache folder, across restarts.</summary>
    Disk,
}
