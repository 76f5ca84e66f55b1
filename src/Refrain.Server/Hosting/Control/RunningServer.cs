namespace Refrain.Server.Hosting.Control;

/// <summary>A server that Refrain started on this machine, and what opens its control.</summary>
/// <param name="Process">The process's number.</param>
/// <param name="Address">Where it serves.</param>
/// <param name="Secret">What a request must carry: only the user who started the server can read it.</param>
internal sealed record RunningServer(int Process, Uri Address, string Secret);
