using Refrain.Apps;

namespace Refrain.Sessions;

/// <summary>The sessions of an app, and the door through which browsers come to them.</summary>
internal sealed class SessionHub(RefrainApp app)
{
    internal RefrainApp App { get; } = app;

    /// <summary>Takes in a new socket. Its first message says which session it wants.</summary>
    internal SessionConnection Connect(ISessionTransport transport, Visitor visitor) => throw new NotSupportedException();

    /// <summary>The session with this id, if it lives and is the visitor's; for rows and blobs.</summary>
    internal Session? Find(string id, Visitor visitor) => throw new NotSupportedException();
}
