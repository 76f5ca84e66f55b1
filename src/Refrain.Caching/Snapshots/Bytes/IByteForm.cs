namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>A type of the library that says itself how its values become bytes and back: with the types derived from it.</summary>
internal interface IByteForm<TSelf>
    where TSelf : class, IByteForm<TSelf>
{
    /// <summary>Writes the value as one item.</summary>
    static abstract void Write(ValueWriter writer, TSelf value);

    /// <summary>Reads what <see cref="Write"/> wrote, and trusts none of it.</summary>
    /// <exception cref="Cbor.DamagedBytesException">It is not what was written.</exception>
    static abstract TSelf Read(ValueReader reader);
}
