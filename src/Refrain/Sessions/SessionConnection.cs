namespace Refrain.Sessions;

/// <summary>One socket's side of a session.</summary>
/// <remarks>The owner of the socket passes every text message to <see cref="Receive"/>, closes the socket when <see cref="Closing"/> is
/// cancelled, and calls <see cref="Disconnect"/> once when the socket is gone, for whatever reason.</remarks>
internal sealed class SessionConnection
{
    /// <summary>Cancelled when the socket should be closed: everything there was to say has been sent.</summary>
    internal CancellationToken Closing => throw new NotSupportedException();

    /// <summary>Takes a message of the browser. Never throws and never blocks on the script; what it refuses it logs.</summary>
    internal void Receive(ReadOnlyMemory<byte> message) => throw new NotSupportedException();

    /// <summary>Says that the socket is gone. The session is kept for the retention time.</summary>
    internal void Disconnect() => throw new NotSupportedException();
}
