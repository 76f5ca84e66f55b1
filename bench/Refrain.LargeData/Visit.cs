using Refrain.Server.Tests;

namespace Refrain.LargeData;

/// <summary>A page of a real server as a browser has it, without the browser.</summary>
internal sealed class Visit(HttpClient client, PageSocket page, string cookie)
{
    /// <summary>Opens the page; returns when its first run is over.</summary>
    internal static async Task<Visit> OpenAsync(TestServer server)
    {
        var cookie = await server.VisitAsync().ConfigureAwait(false);
        return new(server.Client, await (await server.ConnectAsync(cookie).ConfigureAwait(false)).HelloAsync().ConfigureAwait(false), cookie);
    }

    /// <summary>Where the rows of the element of a kind are.</summary>
    internal string Source(string kind) => $"/_refrain/rows/{page.Session}/{page.Node(kind)["props"]!["source"]}";

    /// <summary>A number the element of a kind has.</summary>
    internal int Number(string kind, string name) => (int)page.Node(kind)["props"]![name]!;

    /// <summary>Reads an answer to its end.</summary>
    internal void Read(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        using var answer = client.Send(request).EnsureSuccessStatusCode();
        answer.Content.CopyTo(Stream.Null, null, CancellationToken.None);
    }
}
