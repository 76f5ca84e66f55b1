using Microsoft.Extensions.DependencyInjection;
using Refrain.Testing;

namespace Refrain.Caching.Tests.Hosting;

/// <summary>A program without services sets up the cache of its process.</summary>
[Collection(ProcessCollection.Name)]
[Trait("row", "D11")]
public sealed class ConfigureTests
{
    [Fact]
    public void Options_hold_from_then_on()
    {
        var time = new ManualTimeProvider();
        Cache.Configure(o =>
        {
            (o.TimeProvider, o.Folder) = (time, CacheWorld.Nowhere);
            o.Defaults.Ttl = TimeSpan.FromMinutes(1);
        });
        var runs = new Runs();
        Assert.Equal((1, 1), (Next(runs), Next(runs)));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, Next(runs));
    }

    [Fact]
    public void Later_it_drops_what_was_cached_and_releases_what_nobody_holds()
    {
        Cache.Configure(Nowhere);
        var runs = new Runs();
        var (free, held) = (new Probe(), new Probe());
        Next(runs);
        Share(1, free);
        using (Cache.Hold())
        {
            Share(2, held);
            Cache.Configure(Nowhere);
            Assert.Equal((1, 0), (free.Released, held.Released));
            Assert.Equal(2, Next(runs));
        }

        Assert.Equal((1, 1), (free.Released, held.Released));
    }

    [Fact]
    public void What_is_wrong_changes_nothing()
    {
        Cache.Configure(Nowhere);
        var runs = new Runs();
        Next(runs);
        Assert.Equal(
            "RFN0194: The setting Refrain:Budget is 0; it must be 1 byte or more, or \"none\" for no limit.",
            Assert.Throws<CacheOptionException>(() => Cache.Configure(o => o.Budget = 0)).Message);
        Assert.Equal(
            "RFN0194: The setting Refrain:ReleaseGrace is -00:00:01; it must be 0 or more, and less than 5337599 days.",
            Assert.Throws<CacheOptionException>(() => Cache.Configure(o => o.ReleaseGrace = TimeSpan.FromSeconds(-1))).Message);
        Assert.Equal(
            "RFN0194: The setting Refrain:Functions:Next:StaleFor is -00:00:01; it must be 0 or more, and less than 5337599 days.",
            Assert.Throws<CacheOptionException>(() => Cache.Configure(o => o.Functions["Next"] = new() { StaleFor = TimeSpan.FromSeconds(-1) })).Message);
        Assert.Equal(1, Next(runs));
    }

    [Fact]
    public async Task In_a_program_with_services_it_says_where_to_go()
    {
        await using var services = new ServiceCollection().AddRefrainCaching().BuildServiceProvider();
        services.GetRequiredService<ICache>();
        Assert.Equal(
            "RFN0190: Cache.Configure is for programs without services, but this one has caches among its services. " +
            "Set their options there: builder.Services.AddRefrainCaching(o => …).",
            Assert.Throws<CacheException>(() => Cache.Configure(_ => { })).Message);
    }

    private static void Nowhere(RefrainCachingOptions options) => options.Folder = CacheWorld.Nowhere;

    [CacheData]
    private static int Next(Runs _runs) => _runs.Next();

    [CacheResource]
    private static Probe Share(int id, Probe _probe) => _probe;

    private sealed class Probe : IDisposable
    {
        public int Released { get; private set; }

        public void Dispose() => Released++;
    }
}
