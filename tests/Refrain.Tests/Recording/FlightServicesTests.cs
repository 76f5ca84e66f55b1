using Microsoft.Extensions.DependencyInjection;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Recording;

/// <summary>A cached function has services in a scope of its own: never those of the run, which end with it.</summary>
[Trait("row", "A7")]
public sealed class FlightServicesTests
{
    private readonly RecordedLog _log = new();

    [Fact]
    public async Task They_live_until_the_function_has_returned()
    {
        Scoped? ofRun = null;
        var given = new List<Scoped>();
        await using var app = Page(async () =>
        {
            ofRun = Ui.Services.GetRequiredService<Scoped>();
            given.Add(Data());
            given.Add(await DataAsync());
        });
        await app.RunAsync();
        Assert.DoesNotContain(ofRun, given);
        Assert.NotSame(given[0], given[1]);
        Assert.All(given, service => Assert.Equal((false, 1), (service.WasGoneInside, service.Disposed)));

        [CacheData]
        static Scoped Data() => Ui.Services.GetRequiredService<Scoped>().Used();

        [CacheData]
        static async Task<Scoped> DataAsync()
        {
            var service = Ui.Services.GetRequiredService<Scoped>();
            await Task.Yield();
            Assert.Same(service, Ui.Services.GetRequiredService<Scoped>());
            return service.Used();
        }
    }

    [Fact]
    public async Task They_are_gone_when_the_function_failed()
    {
        var given = new List<Scoped>();
        await using var app = Page(() =>
        {
            Assert.Throws<InvalidOperationException>(() => Load(given));
            return Task.CompletedTask;
        });
        await app.RunAsync();
        Assert.Equal(1, Assert.Single(given).Disposed);

        [CacheData]
        static int Load([NotKeyed] List<Scoped> given)
        {
            given.Add(Ui.Services.GetRequiredService<Scoped>());
            throw new InvalidOperationException("no data");
        }
    }

    [Fact]
    public async Task Those_of_a_resource_live_until_it_is_released()
    {
        Repository? made = null;
        await using var app = Page(() =>
        {
            made = Open();
            return Task.CompletedTask;
        });
        await app.RunAsync();
        await app.RunAsync();
        Assert.Equal(0, made!.Service.Disposed);
        app.Cache.Clear();
        await made.Service.Gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((1, 1, false), (made.Disposed, made.Service.Disposed, made.ServiceWasGone));

        [CacheResource]
        static Repository Open() => new(Ui.Services.GetRequiredService<Scoped>());
    }

    [Fact]
    public async Task One_that_fails_to_go_is_logged_and_fails_nothing()
    {
        var value = 0;
        await using var app = Page(() =>
        {
            value = Load();
            return Task.CompletedTask;
        });
        await app.RunAsync();
        Assert.Equal(1, value);
        Assert.Null(app.Exception);
        Assert.Contains("A service that 'Load' used could not be disposed.", _log.Lines);

        [CacheData]
        static int Load()
        {
            Ui.Services.GetRequiredService<Stubborn>();
            return 1;
        }
    }

    [Fact]
    public async Task What_flows_around_the_request_that_opened_the_page_does_not_reach_the_run()
    {
        var request = new AsyncLocal<string?> { Value = "the request" };
        string? inRun = "not asked", inside = "not asked";
        await using var app = Page(() =>
        {
            inRun = request.Value;
            inside = Load(request);
            return Task.CompletedTask;
        });
        await app.RunAsync();
        Assert.Equal((null, null), (inRun, inside));

        [CacheData]
        static string? Load([NotKeyed] AsyncLocal<string?> request) => request.Value;
    }

    private AppTest Page(Func<Task> script) => AppTest.From(script, options =>
    {
        options.Services.AddScoped<Scoped>().AddScoped<Stubborn>();
        options.Logger = _log;
    });

    /// <summary>Shared as it is, so that a test sees the very service.</summary>
    [Immutable]
    private sealed class Scoped : IAsyncDisposable
    {
        public int Disposed { get; private set; }

        public bool WasGoneInside { get; private set; }

        public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Scoped Used()
        {
            WasGoneInside = Disposed > 0;
            return this;
        }

        public ValueTask DisposeAsync()
        {
            Disposed++;
            Gone.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Stubborn : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("I stay.");
    }

    private sealed class Repository(Scoped service) : IDisposable
    {
        public Scoped Service { get; } = service;

        public int Disposed { get; private set; }

        public bool ServiceWasGone { get; private set; }

        public void Dispose()
        {
            Disposed++;
            ServiceWasGone = Service.Disposed > 0;
        }
    }
}
