namespace Refrain.Caching.Keys;

/// <summary>A value of this library that remembers the digest of its content, for example a column of a frame.</summary>
internal interface IDigested
{
    /// <summary>The digest of the content.</summary>
    /// <param name="stable">Whether it must mean the same in every process; if not, the quicker one will do.</param>
    KeyDigest Digest(bool stable);
}
