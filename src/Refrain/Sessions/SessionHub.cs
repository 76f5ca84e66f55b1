using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Refrain.Apps;
using Refrain.Wire;

namespace Refrain.Sessions;

/// <summary>The sessions of an app, and the door through which browsers come to them.</summary>
internal sealed class SessionHub(RefrainApp app)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Seat> _seats = [];
    private bool _closed;

    internal RefrainApp App { get; } = app;

    internal int Count
    {
        get
        {
            lock (_gate)
                return _seats.Count;
        }
    }

    internal IReadOnlyList<Session> All
    {
        get
        {
            lock (_gate)
                return [.. _seats.Values.Select(seat => seat.Session)];
        }
    }

    /// <summary>Takes in a new socket. Its first message says which session it wants.</summary>
    internal SessionConnection Connect(ISessionTransport transport, Visitor visitor) => new(this, transport, visitor);

    /// <summary>The session with this id, if it lives and is the visitor's; for rows and blobs.</summary>
    internal Session? Find(string id, Visitor visitor)
    {
        lock (_gate)
            return _seats.TryGetValue(id, out var seat) && seat.Session.Visitor.IsSameAs(visitor) ? seat.Session : null;
    }

    /// <summary>Gives the session a browser asks for, a copy of it for a duplicated tab, or a new one; <see langword="null"/> when there is no room.</summary>
    internal Session? Admit(SessionConnection connection, ClientHello hello, Visitor visitor)
    {
        Session? ended = null;
        SessionConnection? replaced = null;
        Session? session;
        lock (_gate)
        {
            if (_closed)
                return null;
            var seat = hello.Session is { } id && _seats.TryGetValue(id, out var known) && known.Session.Visitor.IsSameAs(visitor) ? known : null;

            // A page that still knows its frames is the same page on a new socket, even if the old socket has not been missed yet;
            // one that begins anew beside a live socket is a duplicated tab.
            if (seat is { Connection: not null } && hello.Frame == 0)
                session = Open(visitor, seat.Session, out ended);
            else
                session = seat?.Session ?? Open(visitor, copied: null, out ended);

            if (session is not null)
            {
                seat = _seats[session.Id];
                replaced = seat.Connection;
                seat.Connection = connection;
                seat.StopCounting();
            }
        }

        replaced?.Close();
        ended?.End();
        return session;
    }

    /// <summary>The browser has gone; the session is kept for a while.</summary>
    internal void Leave(Session session, SessionConnection connection)
    {
        lock (_gate)
        {
            if (!_seats.TryGetValue(session.Id, out var seat) || seat.Connection != connection)
                return;
            seat.Connection = null;
            seat.LeftAt = App.Options.Time.GetTimestamp();
            using (ExecutionContext.SuppressFlow())
                seat.Retention = App.Options.Time.CreateTimer(_ => Expire(seat), null, App.Options.Retention, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Ends every session.</summary>
    internal void Close()
    {
        Seat[] seats;
        lock (_gate)
        {
            _closed = true;
            seats = [.. _seats.Values];
            _seats.Clear();
        }

        foreach (var seat in seats)
        {
            seat.StopCounting();
            seat.Connection?.Close();
            seat.Session.End();
        }
    }

    private void Expire(Seat seat)
    {
        lock (_gate)
        {
            if (seat.Connection is not null || !_seats.Remove(seat.Session.Id))
                return;
            seat.StopCounting();
        }

        seat.Session.End();
    }

    private Session? Open(Visitor visitor, Session? copied, out Session? ended)
    {
        ended = null;
        if (_seats.Count >= App.Options.MaxSessions)
        {
            var oldest = _seats.Values.Where(seat => seat.Connection is null).MinBy(seat => seat.LeftAt);
            if (oldest is null)
            {
                App.Options.Logger.LogWarning("A visitor was refused: all {Count} sessions are in use.", _seats.Count);
                return null;
            }

            oldest.StopCounting();
            _seats.Remove(oldest.Session.Id);
            ended = oldest.Session;
        }

        var session = new Session(App, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)), visitor);
        if (copied is not null)
            session.CopyValues(copied);
        _seats.Add(session.Id, new Seat(session));
        return session;
    }

    /// <summary>A session, and who is at it.</summary>
    private sealed class Seat(Session session)
    {
        internal Session Session { get; } = session;

        internal SessionConnection? Connection { get; set; }

        internal long LeftAt { get; set; }

        internal ITimer? Retention { get; set; }

        internal void StopCounting()
        {
            Retention?.Dispose();
            Retention = null;
        }
    }
}
