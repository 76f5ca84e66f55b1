using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Refrain.Cli.Caches;
using Refrain.Server.Hosting;
using Refrain.Server.Hosting.Control;

namespace Refrain.Server.Tests.Hosting;

[Trait("row", "I2")]
public sealed class ControlTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private RunningServers Servers => new(_folder["servers"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_shows_and_clears_its_caches_to_who_can_read_its_secret()
    {
        await using var app = Create();
        using (Servers.Note(await StartAsync(app)))
        using (app.Services.GetRequiredService<ICache>().Hold())
        {
            Assert.Equal(3, Third(1) + Third(1) - 3);
            var server = Assert.Single(Servers.Read());

            var shown = Assert.Single((await ServerControl.ShowAsync(server, default))!, function => function.Name == nameof(Third));
            Assert.Equal((1, 1L, 1L, 1L), (shown.Entries, shown.Hits, shown.Misses, shown.Executions));
            Assert.Equal(1, await ServerControl.ClearAsync(server, "kind", "data", default));
            Assert.Equal(0, await ServerControl.ClearAsync(server, "kind", "resources", default));
            Assert.Equal(0, app.Services.GetRequiredService<ICache>().Inspect().Single(report => report.Name == nameof(Third)).Entries);
        }

        Assert.Empty(Servers.Read());

        [CacheData]
        static int Third(int number) => 3 * number;
    }

    [Fact]
    public async Task A_server_clears_functions_of_a_name_or_a_tag()
    {
        await using var app = Create();
        var server = await StartAsync(app);
        using (app.Services.GetRequiredService<ICache>().Hold())
        {
            Assert.Equal(6, Fourth(1) + Fifth(1) - 3);
            Assert.Equal(0, await ServerControl.ClearAsync(server, "function", "Fou", default));
            Assert.Equal(1, await ServerControl.ClearAsync(server, "function", nameof(Fourth), default));
            Assert.Equal(0, await ServerControl.ClearAsync(server, "tag", "odd", default));
            Assert.Equal(1, await ServerControl.ClearAsync(server, "tag", "odd & old", default));
            Assert.Equal(0, await ServerControl.ClearAsync(server, "colour", "red", default));
        }

        [CacheData]
        static int Fourth(int number) => 4 * number;

        [CacheData(Tags = ["odd & old"])]
        static int Fifth(int number) => 5 * number;
    }

    [Fact]
    public async Task To_everybody_else_there_is_nothing()
    {
        await using var app = Create();
        var server = await StartAsync(app);
        using var client = new HttpClient { BaseAddress = server.Address };

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server.Secret));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(null));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(server.Secret[..^1]));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(server.Secret, ("Origin", server.Address.GetLeftPart(UriPartial.Authority))));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(server.Secret, ("Host", "evil.example")));
        Assert.Null(await ServerControl.ShowAsync(server with { Secret = "guessed" }, default));

        async Task<HttpStatusCode> AskAsync(string? secret, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, ControlEndpoint.Path);
            if (secret is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Outside_development_a_server_has_no_control()
    {
        await using var app = Create(builder => builder.Services.Configure<RefrainOptions>(options => options.Development = false));
        var address = await RefrainServer.StartAsync(app);
        using var client = new HttpClient { BaseAddress = address };
        using var answer = await client.GetAsync(new Uri(ControlEndpoint.Path, UriKind.Relative));

        Assert.Null(app.Services.GetRequiredService<ControlEndpoint>().Note(address, Servers));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void A_secret_lies_where_only_its_user_reads_it()
    {
        using var noted = Servers.Note(new RunningServer(Environment.ProcessId, new Uri("http://127.0.0.1:1/"), "secret"));
        Assert.NotNull(noted);
        if (OperatingSystem.IsWindows())
            return;

        var file = Directory.GetFiles(_folder["servers"]).Single();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        File.SetUnixFileMode(_folder["servers"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);
        Assert.Null(Servers.Note(new RunningServer(1, new Uri("http://127.0.0.1:1/"), "secret")));
        Assert.Empty(Servers.Read());
    }

    [Fact]
    public void A_server_that_ended_without_a_word_is_forgotten()
    {
        Servers.Note(new RunningServer(int.MaxValue, new Uri("http://127.0.0.1:1/"), "secret"));
        File.WriteAllText(_folder["servers/7.json"], "{");

        Assert.Empty(Servers.Read());
        Assert.Equal(["7.json"], Directory.GetFiles(_folder["servers"]).Select(Path.GetFileName));
    }

    private static WebApplication Create(Action<WebApplicationBuilder>? configure = null) =>
        RefrainServer.Create(new ServerSettings { Port = 0, OpenBrowser = false }, configure);

    private async Task<RunningServer> StartAsync(WebApplication app)
    {
        var address = await RefrainServer.StartAsync(app);
        var apart = new RunningServers(_folder["starting"]);
        using (app.Services.GetRequiredService<ControlEndpoint>().Note(address, apart))
            return Assert.Single(apart.Read());
    }
}
