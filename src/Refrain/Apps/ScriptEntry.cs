using System.Security.Claims;

namespace Refrain.Apps;

/// <summary>What a run calls: the script's entry point, or the function a program mounted.</summary>
/// <remarks>Called on Refrain's own threads; the task it gives is the whole run.</remarks>
internal delegate Task ScriptEntry(RunContext run);

/// <summary>What a script may ask about the run it is in.</summary>
/// <param name="Services">The services of the app, in a scope of this run.</param>
/// <param name="User">The person whose session this is.</param>
/// <param name="Cancellation">Cancelled when the run is interrupted or stopped, or its session ends.</param>
internal sealed record RunContext(IServiceProvider Services, ClaimsPrincipal User, CancellationToken Cancellation);
