namespace Refrain.Caching.Lifetimes;

/// <summary>Keeps the resources it received from being released until it is disposed: a run, a flight, a request.</summary>
internal sealed class ResourceHolder : IDisposable
{
    /// <summary>One that has ended, for whom it was too late to hold anything.</summary>
    internal static readonly ResourceHolder Ended = new() { _hasEnded = true };

    private readonly Lock _gate = new();
    private HashSet<HeldResource>? _held;
    private bool _hasEnded;

    /// <summary>Holds a resource that is in the cache; <see langword="false"/> when it has left, or this holder has ended.</summary>
    internal bool TryHold(HeldResource resource)
    {
        lock (_gate)
        {
            if (_hasEnded)
                return resource.TryGiveOutUnheld();
            if (_held?.Contains(resource) == true)
                return true;
            if (!resource.TryHold())
                return false;
            (_held ??= []).Add(resource);
            return true;
        }
    }

    /// <summary>Holds a resource that was just made.</summary>
    internal void HoldFresh(HeldResource resource)
    {
        lock (_gate)
        {
            if (_hasEnded)
                resource.TryGiveOutUnheld();
            else if ((_held ??= []).Add(resource))
                resource.HoldFresh();
        }
    }

    /// <summary>Whether a resource is kept from being released by this.</summary>
    internal bool Holds(HeldResource resource)
    {
        lock (_gate)
            return _held?.Contains(resource) == true;
    }

    public void Dispose()
    {
        HashSet<HeldResource>? held;
        lock (_gate)
            (held, _held, _hasEnded) = (_held, null, true);
        if (held is null)
            return;
        foreach (var resource in held)
            resource.Unhold();
    }
}
