namespace Refrain.Wire;

/// <summary>A browser sent something that is no message.</summary>
internal sealed class ProtocolException(string message) : Exception(message);
