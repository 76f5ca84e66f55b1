namespace Refrain.Caching.Snapshots.Bytes.Cbor;

/// <summary>Stored bytes are not what was written: cut off, changed, or of another format or type. Whoever reads them takes it for a miss.</summary>
internal sealed class DamagedBytesException(string message, Exception? inner = null) : Exception(message, inner);
