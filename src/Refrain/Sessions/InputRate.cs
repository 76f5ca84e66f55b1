namespace Refrain.Sessions;

/// <summary>Allows so many messages a second, and some more at once.</summary>
internal sealed class InputRate(TimeProvider time)
{
    /// <summary>More than a person can cause.</summary>
    internal const int PerSecond = 200;

    private const int AtOnce = 2 * PerSecond;

    private double _left = AtOnce;
    private long _since = time.GetTimestamp();

    internal bool Take()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(AtOnce, _left + (time.GetElapsedTime(_since, now).TotalSeconds * PerSecond));
        _since = now;
        if (_left < 1)
            return false;
        _left--;
        return true;
    }
}
