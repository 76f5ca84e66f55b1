namespace Refrain.Server.Sockets;

/// <summary>Allows so many messages a second for long, and twice as many at once.</summary>
/// <remarks>Used by one receive loop only.</remarks>
internal sealed class MessageRate(int perSecond, TimeProvider time)
{
    private double _allowed = perSecond * 2.0;
    private long _last = time.GetTimestamp();

    internal bool TryTake()
    {
        var now = time.GetTimestamp();
        _allowed = Math.Min(perSecond * 2.0, _allowed + (time.GetElapsedTime(_last, now).TotalSeconds * perSecond));
        _last = now;
        if (_allowed < 1)
            return false;
        _allowed--;
        return true;
    }
}
