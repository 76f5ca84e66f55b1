using System.Diagnostics;
using System.Net;

namespace Refrain.Server.Tests.Samples;

/// <summary>The sample <c>mounted</c>, run as a process of its own.</summary>
[Trait("row", "A7")]
public sealed class MountedTests
{
    [Fact]
    public async Task A_page_is_behind_the_programs_own_sign_in_and_has_its_services()
    {
        await using var program = await MountedProgram.StartAsync("--Shop", "Tea & Co");
        using var refused = await program.GetAsync("orders/");
        using var refusedSocket = await program.GetAsync("orders/_refrain/socket");
        Assert.Equal($"{program.Address}login?ReturnUrl=%2Forders%2F", refused.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, refusedSocket.StatusCode);

        using var page = await program.SignInAsync("Ada");
        Assert.Equal("Ada at Tea & Co", await program.TextOfAsync("orders/", page));
    }

    [Fact]
    public async Task A_page_finds_the_programs_services_without_parameters()
    {
        await using var program = await MountedProgram.StartAsync("--Shop", "Tea & Co");
        using var visit = await program.GetAsync("status/");

        Assert.Equal("Tea & Co is open", await program.TextOfAsync("status/", visit));
    }

    [Fact]
    public async Task A_page_lives_below_a_path_base()
    {
        await using var program = await MountedProgram.StartAsync("--PathBase", "/intranet");
        using var refused = await program.GetAsync("intranet/orders/");
        Assert.Equal($"{program.Address}intranet/login?ReturnUrl=%2Fintranet%2Forders%2F", refused.Headers.Location!.ToString());

        using var page = await program.SignInAsync("Ada", "intranet/");
        Assert.Contains("<base href=\"/intranet/orders/\" />", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(page.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("refrain=", StringComparison.Ordinal) && cookie.Contains("path=/intranet;", StringComparison.Ordinal));
        Assert.Equal("Ada at the shop", await program.TextOfAsync("intranet/orders/", page));
    }

    [Fact]
    public async Task A_page_lives_behind_a_proxy_that_adds_a_prefix()
    {
        await using var program = await MountedProgram.StartAsync();
        await using var proxy = new Mounting.PrefixProxy(program.Address, "/tools");
        var seen = program.Through(proxy.Address);

        using var slashless = await seen.GetAsync("tools/status");
        Assert.Equal("/tools/status/", slashless.Headers.Location!.ToString());
        using var page = await seen.SignInAsync("Ada", "tools/");
        Assert.Contains("<base href=\"/tools/orders/\" />", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Ada at the shop", await seen.TextOfAsync("tools/orders/", page));
    }

    /// <summary>The program, as a visitor sees it.</summary>
    private sealed class MountedProgram(Process process, Uri address) : IAsyncDisposable
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = address };
        private string _identity = "";

        internal Uri Address => address;

        internal static async Task<MountedProgram> StartAsync(params string[] arguments)
        {
            var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetDirectoryName(AppContext.BaseDirectory)!)))!;
            var program = RepositoryRoot.PathTo($"samples/mounted/bin/{configuration}/net10.0/mounted.dll");
            var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", .. arguments]) { RedirectStandardOutput = true })!;
            const string Listening = "Now listening on: ";
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Contains(Listening, StringComparison.Ordinal))
                    return new MountedProgram(process, new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]));
            }

            throw new InvalidOperationException("The sample ended before it served.");
        }

        /// <summary>The same program at another address.</summary>
        internal MountedProgram Through(Uri proxy) => new(process, proxy);

        internal Task<HttpResponseMessage> GetAsync(string path)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            if (_identity.Length > 0)
                request.Headers.Add("Cookie", _identity);
            return _client.SendAsync(request);
        }

        /// <summary>Signs in, and follows to the page.</summary>
        internal async Task<HttpResponseMessage> SignInAsync(string name, string below = "")
        {
            using var form = new FormUrlEncodedContent([new("name", name)]);
            using var signedIn = await _client.PostAsync(new Uri($"{below}login", UriKind.Relative), form);
            Assert.Equal($"/{below}orders/", signedIn.Headers.Location!.ToString());
            _identity = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            return await GetAsync($"{below}orders/");
        }

        /// <summary>What the page's text says, over its socket.</summary>
        internal async Task<string> TextOfAsync(string path, HttpResponseMessage visit)
        {
            var cookies = visit.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).Append(_identity).Where(cookie => cookie.Length > 0);
            await using var page = await PageSocket.ConnectAsync(
                new UriBuilder(address) { Scheme = "ws", Path = $"{path}_refrain/socket" }.Uri, string.Join("; ", cookies), address.GetLeftPart(UriPartial.Authority));
            await page.HelloAsync();
            return (string)page.Node("text")["props"]!["text"]!;
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
