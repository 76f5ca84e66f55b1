using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Refrain.Runs;

namespace Refrain;

/// <summary>The page, as a script sees it.</summary>
public static partial class Ui
{
    /// <summary>The narrow area beside the page.</summary>
    /// <example><code>
    /// Ui.Sidebar.Write("beside");
    /// using (Ui.Sidebar.Enter()) { Ui.Write("inside"); }
    /// </code></example>
    public static Container Sidebar => PageScope.Current.Sidebar;

    /// <summary>The services of the program, in a scope of this run; in a cached function, in a scope of its own: what it gives out lives until the
    /// function has returned, and for <c>[CacheResource]</c> until the resource is released.</summary>
    public static IServiceProvider Services => PageScope.Current.Services;

    /// <summary>Who is signed in; a principal without identity when nobody is.</summary>
    /// <exception cref="CacheReplayException">Read in a cached function whose values everyone shares.</exception>
    public static ClaimsPrincipal User => PageScope.Current.User;

    /// <summary>What the session remembers from run to run.</summary>
    /// <exception cref="CacheReplayException">Used in a cached function whose values everyone shares.</exception>
    public static SessionState State => PageScope.Current.State;

    /// <summary>Cancelled when the run is interrupted or stopped; in a cached function, when nobody waits for it any more.</summary>
    public static CancellationToken Cancellation => PageScope.Current.Cancellation;

    /// <summary>The log of the app.</summary>
    public static ILogger Logger => PageScope.Current.App.Options.Logger;

    /// <summary>The configuration of the program.</summary>
    /// <exception cref="UiException">The program has none.</exception>
    public static IConfiguration Configuration =>
        PageScope.Current.App.Options.Services.GetService(typeof(IConfiguration)) as IConfiguration ?? throw PageErrors.NoConfiguration();

    /// <summary>Where elements are drawn now.</summary>
    private static Container Current => PageScope.Current.Place;

    /// <summary>Ends this run and starts the script from the top. In a callback, the rerun comes after the last callback.</summary>
    /// <exception cref="CacheReplayException">Called in a cached function.</exception>
    public static void Rerun() => PageScope.Current.Rerun();

    /// <summary>Ends this run here; what it has drawn stays.</summary>
    /// <exception cref="CacheReplayException">Called in a cached function.</exception>
    public static void Stop() => PageScope.Current.Stop();

    /// <summary>A point in a long computation where the run may be interrupted, as at every other call of <see cref="Ui"/>.</summary>
    public static void Checkpoint() => PageScope.Current.Checkpoint();
}
