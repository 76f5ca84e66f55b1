using System.Buffers;
using System.Text.Json;
using Refrain.Sessions;

namespace Refrain.Wire;

/// <summary>Sends the frames of a session over one connection: soon after a change, at most two unacknowledged.</summary>
internal sealed class FrameSender : IDisposable
{
    private const int MaxUnacknowledged = 2;

    private static readonly TimeSpan FlushTime = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private readonly ISessionTransport _transport;
    private readonly Action _close;
    private readonly CancellationToken _closing;
    private readonly ITimer _flush;
    private readonly Queue<byte[]> _first = new();
    private Session? _session;
    private bool _isDue;
    private bool _isTimed;
    private bool _isSending;
    private bool _closeAfter;
    private bool _disposed;
    private int _sent;
    private int _acknowledged;

    internal FrameSender(ISessionTransport transport, TimeProvider time, Action close, CancellationToken closing)
    {
        (_transport, _close, _closing) = (transport, close, closing);
        Signal = OnChanged;
        using (ExecutionContext.SuppressFlow())
            _flush = time.CreateTimer(static state => ((FrameSender)state!).OnFlushTime(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What the session calls when something changed, under its lock.</summary>
    internal Action<bool> Signal { get; }

    /// <summary>Says which session it is; frames follow. Called under the session's lock.</summary>
    internal void Welcome(Session session, bool resumed)
    {
        lock (_gate)
        {
            _session = session;
            _sent = _acknowledged = session.Outbox.LastFrame;
            _first.Enqueue(Message(writer =>
            {
                writer.WriteString("type"u8, "welcome"u8);
                writer.WriteString("session"u8, session.Id);
                writer.WriteBoolean("resumed"u8, resumed);
            }));
            Start();
        }
    }

    /// <summary>Says why not, then closes.</summary>
    internal void Refuse(string reason)
    {
        lock (_gate)
        {
            _session = null;
            _closeAfter = true;
            _first.Enqueue(Message(writer =>
            {
                writer.WriteString("type"u8, "refused"u8);
                writer.WriteString("reason"u8, reason);
            }));
            Start();
        }
    }

    internal void Acknowledge(int frame)
    {
        lock (_gate)
        {
            _acknowledged = Math.Max(_acknowledged, Math.Min(frame, _sent));
            Start();
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _disposed = true;
        _flush.Dispose();
    }

    private void OnChanged(bool now)
    {
        lock (_gate)
        {
            if (now)
            {
                _isDue = true;
                Start();
            }
            else if (!_isTimed && !_isDue)
            {
                _isTimed = true;
                _flush.Change(FlushTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void OnFlushTime()
    {
        lock (_gate)
        {
            _isTimed = false;
            _isDue = true;
            Start();
        }
    }

    /// <summary>Begins to send, off the thread that changed the page: a slow socket must not hold up a script.</summary>
    private void Start()
    {
        if (_isSending || _disposed || !HasSomething())
            return;
        _isSending = true;
        ThreadPool.UnsafeQueueUserWorkItem(static sender => _ = sender.SendAll(), this, preferLocal: false);
    }

    private bool HasSomething() => _first.Count > 0 || _closeAfter || (_isDue && _session is not null && _sent - _acknowledged < MaxUnacknowledged);

    private async Task SendAll()
    {
        try
        {
            using var buffer = new PooledBuffer();
            while (Next(buffer) is { Length: > 0 } message)
                await _transport.SendAsync(message, _closing).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a socket throws, it is gone; the browser comes back with another.
        catch (Exception)
        {
            _close();
        }
#pragma warning restore CA1031
    }

    private ReadOnlyMemory<byte> Next(PooledBuffer buffer)
    {
        Session? session;
        lock (_gate)
        {
            if (_first.TryDequeue(out var message))
                return message;
            if (_disposed || _closeAfter || !HasSomething())
            {
                _isSending = false;
                if (_closeAfter)
                    _close();
                return default;
            }

            session = _session;
        }

        // The session's lock comes before this one's, so it is taken without it.
        buffer.Clear();
        lock (session!.Gate)
        {
            lock (_gate)
            {
                _isDue = false;
                if (session.Outbox.Signal == Signal && session.Outbox.HasChanges)
                    _sent = session.Outbox.Write(buffer);
            }
        }

        return buffer.Written.Length > 0 ? buffer.Written : Next(buffer);
    }

    private static byte[] Message(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
