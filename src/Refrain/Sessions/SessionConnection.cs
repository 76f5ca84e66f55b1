using Microsoft.Extensions.Logging;
using Refrain.Wire;

namespace Refrain.Sessions;

/// <summary>One socket's side of a session.</summary>
/// <remarks>The owner of the socket passes every text message to <see cref="Receive"/>, closes the socket when <see cref="Closing"/> is
/// cancelled, and calls <see cref="Disconnect"/> once when the socket is gone, for whatever reason.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Disconnect ends it.")]
internal sealed class SessionConnection
{
    private readonly SessionHub _hub;
    private readonly Visitor _visitor;
    private readonly FrameSender _sender;
    private readonly CancellationTokenSource _closing = new();
    private Session? _session;
    private bool _gone;

    internal SessionConnection(SessionHub hub, ISessionTransport transport, Visitor visitor)
    {
        (_hub, _visitor) = (hub, visitor);
        _sender = new FrameSender(transport, hub.App.Options.Time, Close, _closing.Token);
    }

    /// <summary>Cancelled when the socket should be closed: everything there was to say has been sent.</summary>
    internal CancellationToken Closing => _closing.Token;

    /// <summary>Takes a message of the browser. Never throws and never blocks on the script; what it refuses it logs.</summary>
    /// <remarks>Not called by two threads at once.</remarks>
    internal void Receive(ReadOnlyMemory<byte> message)
    {
        if (_gone || _closing.IsCancellationRequested)
            return;
        try
        {
            Take(ClientMessageReader.Read(message));
        }
        catch (ProtocolException wrong)
        {
            _hub.App.Options.Logger.LogWarning("A connection was closed: {Why}", wrong.Message);
            Refuse("The page sent something the server does not understand. Reload it.");
        }
    }

    /// <summary>Says that the socket is gone. The session is kept for the retention time.</summary>
    internal void Disconnect()
    {
        _gone = true;
        _sender.Dispose();
        if (_session is not { } session)
            return;
        lock (session.Gate)
        {
            if (session.Outbox.Signal == _sender.Signal)
                session.Outbox.Signal = null;
        }

        _hub.Leave(session, this);
    }

    /// <summary>Asks for the socket to be closed.</summary>
    internal void Close() => _ = _closing.CancelAsync();

    private void Take(ClientMessage message)
    {
        if (_session is not { } session)
        {
            Begin(message as ClientHello ?? throw new ProtocolException("The first message is no hello."));
            return;
        }

        switch (message)
        {
            case ClientInput input:
                session.Accept(input.Seq, input.Inputs);
                break;
            case ClientRerun:
                session.RequestRerun();
                break;
            case ClientStop:
                session.Stop();
                break;
            case ClientAck ack:
                _sender.Acknowledge(ack.Frame);
                break;
            case ClientClearCaches:
                _hub.App.ClearCaches();
                break;
            default:
                throw new ProtocolException("A second hello.");
        }
    }

    private void Begin(ClientHello hello)
    {
        if (_hub.Admit(this, hello, _visitor) is not { } session)
        {
            Refuse("There are as many visitors as this server takes. Try again in a moment.");
            return;
        }

        _session = session;
        lock (session.Gate)
        {
            session.ForgetSeq();
            var resumed = session.Outbox.Resume(hello.Session == session.Id ? hello.Frame : 0);
            _sender.Welcome(session, resumed);
            session.Outbox.Signal = _sender.Signal;

            // A new page has nothing to show before its first run, which mostly ends at once: then one frame has it all.
            if (session.Tree.Run > 0 || _hub.App.Overlay is not null)
                session.Outbox.Flush();
            else
                session.Outbox.Touch();
        }

        session.RequestRunIfIdle();
    }

    private void Refuse(string reason)
    {
        _gone = true;
        _sender.Refuse(reason);
    }
}
