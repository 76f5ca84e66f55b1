using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Refrain.Server.Tests.Http;

/// <summary>Outside a page the request holds the resources it receives, and finds its program's caches.</summary>
[Trait("row", "D11"), Trait("row", "C4")]
public sealed class RequestHolderTests
{
    [Fact]
    public async Task A_resource_is_released_when_the_request_that_uses_it_has_ended()
    {
        var seen = new Seen();
        await using var server = await TestServer.StartAsync(app => app.MapGet("/", () =>
        {
            var probe = Share(seen);
            Cache.Clear(Share);
            return $"released {probe.Released}";
        }));

        Assert.Equal("released 0", await server.Client.GetStringAsync(new Uri("/", UriKind.Relative)));
        await seen.AllReleased;
    }

    [Fact]
    public async Task It_holds_while_the_response_completes()
    {
        var seen = new Seen();
        var atTheEnd = new TaskCompletionSource<int>();
        await using var server = await TestServer.StartAsync(app => app.MapGet("/", (HttpContext context) =>
        {
            var probe = Share(seen);
            Cache.Clear(Share);
            context.Response.OnCompleted(() =>
            {
                atTheEnd.SetResult(probe.Released);
                return Task.CompletedTask;
            });
        }));

        await server.GetAsync("/");
        Assert.Equal(0, await atTheEnd.Task);
        await seen.AllReleased;
    }

    [Fact]
    public async Task A_program_without_pages_asks_for_it()
    {
        var seen = new Seen();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRefrainCaching();
        await using var app = builder.Build();
        IApplicationBuilder pipeline = app;
        pipeline.UseRefrainCaching();
        pipeline.Run(_ =>
        {
            Share(seen);
            Cache.Clear(Share);
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext { RequestServices = app.Services };
        var response = new EndingResponse();
        context.Features.Set<IHttpResponseFeature>(response);

        await pipeline.Build()(context);
        Assert.False(seen.AllReleased.IsCompleted);
        await response.EndAsync();
        Assert.True(seen.AllReleased.IsCompleted);
    }

    [Fact]
    public async Task Without_the_services_the_error_says_to_add_them()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        Assert.Equal(
            "RFN0196: UseRefrainCaching needs the cache among the services. Add builder.Services.AddRefrainCaching() before builder.Build().",
            Assert.Throws<InvalidOperationException>(() => app.UseRefrainCaching()).Message);
    }

    [Fact, Trait("row", "D7")]
    public async Task Each_program_has_its_own_caches_for_pages_and_requests_alike()
    {
        var (mine, yours) = (new Runs(), new Runs());
        await using var one = await StartAsync(mine);
        await using var other = await StartAsync(yours);

        foreach (var server in new[] { one, other })
        {
            await using var page = await server.ConnectAsync(await server.VisitAsync());
            await page.HelloAsync();
            Assert.Equal("1", (string?)page.Node("text")["props"]!["text"]);
            Assert.Equal("1", await server.Client.GetStringAsync(new Uri("/number", UriKind.Relative)));
        }

        Assert.Equal(1, one.Services.GetRequiredService<ICache>().ClearData());
        Assert.Equal("2", await one.Client.GetStringAsync(new Uri("/number", UriKind.Relative)));
        Assert.Equal("1", await other.Client.GetStringAsync(new Uri("/number", UriKind.Relative)));

        static Task<TestServer> StartAsync(Runs runs) => TestServer.StartAsync(app =>
        {
            app.MapRefrain("/", () => Ui.Text($"{Number(runs)}"));
            app.MapGet("/number", () => $"{Number(runs)}");
        });
    }

    [CacheResource]
    private static Probe Share([NotKeyed] Seen seen) => new(seen);

    [CacheData]
    private static int Number(Runs _runs) => ++_runs.Count;

    private sealed class Runs
    {
        public int Count { get; set; }
    }

    private sealed class Seen
    {
        private readonly TaskCompletionSource _released = new();

        public Task AllReleased => _released.Task;

        public void Release() => _released.SetResult();
    }

    private sealed class Probe(Seen seen) : IDisposable
    {
        public int Released { get; private set; }

        public void Dispose()
        {
            Released++;
            seen.Release();
        }
    }

    /// <summary>A response that ends when the test says so.</summary>
    private sealed class EndingResponse : HttpResponseFeature
    {
        private readonly Stack<Func<Task>> _atEnd = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => _atEnd.Push(() => callback(state));

        public async Task EndAsync()
        {
            while (_atEnd.TryPop(out var next))
                await next();
        }
    }
}
