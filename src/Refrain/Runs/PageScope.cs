using System.Security.Claims;
using Refrain.Apps;
using Refrain.Caching.Recording;
using Refrain.Pages;
using Refrain.Recording;
using Refrain.Widgets;

namespace Refrain.Runs;

/// <summary>What <see cref="Ui"/> acts on: a run, or the flight of a cached function inside one.</summary>
internal abstract class PageScope : DrawingScope
{
    /// <summary>The page of the code that asks. Throws what it should hear when there is none.</summary>
    internal static PageScope Current =>
        Ambient.Current switch
        {
            { Drawing: PageScope scope } => scope,
            { Ended: true } => throw PageErrors.RunEnded(),
            _ => throw PageErrors.NoPage(),
        };

    internal abstract RefrainApp App { get; }

    /// <summary>Where elements are drawn now.</summary>
    internal Container Place => Entered.In(this) ?? Root;

    /// <summary>Where elements are drawn when no container was entered.</summary>
    internal abstract Container Root { get; }

    internal abstract Container Sidebar { get; }

    internal abstract IServiceProvider Services { get; }

    internal abstract ClaimsPrincipal User { get; }

    internal abstract SessionState State { get; }

    /// <summary>Reads or writes what the session remembers.</summary>
    internal abstract TResult UseState<TResult>(Func<StateStore, TResult> use);

    internal abstract CancellationToken Cancellation { get; }

    internal abstract void Checkpoint();

    internal abstract void Stop();

    internal abstract void Rerun();

    /// <summary>Refuses a container that cannot be drawn in from the code that asks.</summary>
    /// <param name="block">What the container is, for the error.</param>
    /// <param name="made">Where it was made.</param>
    /// <param name="site">Where it is drawn in.</param>
    internal void EnsureDrawable(string block, CallSite made, CallSite site)
    {
        var asking = Ambient.Current;
        if (asking?.Ended == true || HasEnded)
            throw PageErrors.RunEnded();
        if (asking?.Drawing is not { } scope || scope == this)
            return;
        if (scope is FlightScope flight)
            throw PageErrors.DrawsOutside(flight.Function, block, made, site);
        throw PageErrors.OtherRun(block, made);
    }

    private protected abstract bool HasEnded { get; }
}
