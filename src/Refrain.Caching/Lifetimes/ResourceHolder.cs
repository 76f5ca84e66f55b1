namespace Refrain.Caching.Lifetimes;

/// <summary>Keeps the resources it received from being released until it is disposed: a run, a flight, a request.</summary>
internal sealed class ResourceHolder : IDisposable
{
    public void Dispose()
    {
    }
}
