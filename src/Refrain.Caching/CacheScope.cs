namespace Refrain;

/// <summary>Who shares the entries of a cached function.</summary>
public enum CacheScope
{
    /// <summary>Every session of the app.</summary>
    App,

    /// <summary>One session: each has entries of its own, released when it ends.</summary>
    Session,
}
