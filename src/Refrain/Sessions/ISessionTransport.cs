namespace Refrain.Sessions;

/// <summary>Carries messages to one browser.</summary>
internal interface ISessionTransport
{
    /// <summary>Sends one message of docs/wire.md as UTF-8 JSON. Called one at a time; a failure ends the connection.</summary>
    /// <param name="message">Valid until the task is done.</param>
    /// <param name="cancellation">Cancelled when the connection ends.</param>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation);
}
