namespace Refrain.Server.Hosting;

/// <summary>A server cannot start, for a reason that the person at the console can do something about.</summary>
internal sealed class ServerStartException(string message, Exception? inner = null) : Exception(message, inner);
