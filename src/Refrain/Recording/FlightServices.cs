using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Refrain.Apps;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;

namespace Refrain.Recording;

/// <summary>The services of the program in a scope of one flight, opened when they are first asked for.</summary>
/// <remarks>The scope is one of the things that the flight received, so it lives as long as they do: until a value is stored, or until a resource that
/// may still use it has been released.</remarks>
internal sealed class FlightServices(RefrainApp app, string function)
{
    private readonly Lock _gate = new();
    private IServiceProvider? _provider;

    /// <summary>Asked for by the code of the flight.</summary>
    internal IServiceProvider Provider
    {
        get
        {
            lock (_gate)
                return _provider ??= Open(Ambient.Current!.Flight!.Holder);
        }
    }

    private IServiceProvider Open(ResourceHolder holder)
    {
        var services = app.Options.Services;
        if (services.GetService(typeof(IServiceScopeFactory)) is not IServiceScopeFactory factory)
            return services;
        var scope = factory.CreateAsyncScope();
        var held = new HeldResource(() => CloseAsync(scope), app.Options.Time, TimeSpan.Zero, static () => { });
        holder.HoldFresh(held);
        held.Leave();
        return scope.ServiceProvider;
    }

    private async ValueTask CloseAsync(AsyncServiceScope scope)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a service throws when it is disposed, the value is there and the others go on.
        catch (Exception thrown)
        {
            app.Options.Logger.LogWarning(thrown, "A service that '{Function}' used could not be disposed.", function);
        }
#pragma warning restore CA1031
    }
}
