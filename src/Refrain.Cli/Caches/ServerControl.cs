using System.Net.Http.Headers;
using System.Net.Http.Json;
using Refrain.Server.Hosting.Control;

namespace Refrain.Cli.Caches;

/// <summary>Asks a running server about its caches.</summary>
internal static class ServerControl
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What it caches; <see langword="null"/> when it does not answer: it is just ending, or its process has become another's.</summary>
    internal static Task<CacheSummary[]?> ShowAsync(RunningServer server, CancellationToken cancellation) =>
        AskAsync(server, client => client.GetFromJsonAsync(ControlEndpoint.Path, RunningServerJson.Default.CacheSummaryArray, cancellation));

    /// <summary>Clears; gives how many entries went.</summary>
    /// <param name="server">The server.</param>
    /// <param name="by">By what functions are chosen: <c>kind</c>, <c>function</c> or <c>tag</c>.</param>
    /// <param name="what"><c>data</c> or <c>resources</c>, a function's name, a tag.</param>
    /// <param name="cancellation">Ends it.</param>
    internal static async Task<int> ClearAsync(RunningServer server, string by, string what, CancellationToken cancellation) =>
        (await AskAsync(server, async client =>
        {
            using var answer = await client.DeleteAsync(new Uri($"{ControlEndpoint.Path}?{by}={Uri.EscapeDataString(what)}", UriKind.Relative), cancellation).ConfigureAwait(false);
            return (int?)await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync(RunningServerJson.Default.Int32, cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false)) ?? 0;

    private static async Task<T?> AskAsync<T>(RunningServer server, Func<HttpClient, Task<T?>> ask)
    {
        // Straight to this machine: a proxy of the user's must not see the secret.
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Address, Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Secret);
        try
        {
            return await ask(client).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return default;
        }
    }
}
