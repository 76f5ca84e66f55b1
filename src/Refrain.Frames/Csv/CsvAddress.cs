using System.Net;
using System.Text;

namespace Refrain.Frames.Csv;

/// <summary>Fetches CSV files from addresses.</summary>
internal static class CsvAddress
{
    private static readonly HttpClient Shared = new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    internal static bool IsOne(string path) =>
        path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    internal static HttpResponseMessage Get(string address, HttpClient? client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        try
        {
            return Checked((client ?? Shared).Send(request, HttpCompletionOption.ResponseHeadersRead), address);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw CsvErrors.CannotReach(address, error);
        }
    }

    internal static async Task<HttpResponseMessage> GetAsync(string address, HttpClient? client, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        try
        {
            var answer = await (client ?? Shared).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return Checked(answer, address);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw CsvErrors.CannotReach(address, error);
        }
    }

    /// <summary>The encoding the answer names, when it is one this platform knows.</summary>
    internal static Encoding? Charset(HttpResponseMessage answer)
    {
        var name = answer.Content.Headers.ContentType?.CharSet?.Trim('"');
        if (string.IsNullOrEmpty(name) || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static HttpResponseMessage Checked(HttpResponseMessage answer, string address)
    {
        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw CsvErrors.Refused(address, (int)answer.StatusCode, answer.ReasonPhrase);
    }
}
