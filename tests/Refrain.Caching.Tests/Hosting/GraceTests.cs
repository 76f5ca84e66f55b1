using Refrain.Caching.Functions;

namespace Refrain.Caching.Tests.Hosting;

/// <summary>A resource that was given to callers who hold nothing lives on for a while after it has left the cache, and that is said.</summary>
public sealed class GraceTests
{
    private const string Warning =
        "A resource of 'Share' left the cache, and callers that have no page, no request and no Cache.Hold() may still use it: " +
        "it is released in 00:01:00, or when the program ends. Put `using (Cache.Hold())` around their use of it.";

    private static readonly CacheHostSettings Settings = new() { ReleaseGrace = TimeSpan.FromMinutes(1), Folder = CacheWorld.Nowhere };

    [Fact]
    public void It_is_said_once_for_each_function()
    {
        using var world = new CacheWorld(Settings);
        for (var time = 0; time < 3; time++)
        {
            Share();
            Cache.Clear(Share);
        }

        Other();
        Cache.Clear(Other);
        Assert.Equal([Warning, Warning.Replace("Share", "Other", StringComparison.Ordinal)], world.Log.Lines);
    }

    [Fact]
    public void The_grace_is_the_one_that_is_set()
    {
        using var world = new CacheWorld(Settings);
        var probe = Share();
        Cache.Clear(Share);
        world.Time.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.Equal(0, probe.Released);
        world.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, probe.Released);
    }

    [Fact]
    public void A_hold_needs_no_grace()
    {
        using var world = new CacheWorld(Settings);
        using (Cache.Hold())
        {
            Share();
            using (Cache.Scope())
                Share();
            Cache.Clear(Share);
        }

        Assert.Empty(world.Log.Lines);
    }

    [Fact]
    public void The_end_needs_none_either()
    {
        var world = new CacheWorld(Settings);
        var probe = Share();
        world.Dispose();
        Assert.Equal(1, probe.Released);
        Assert.Empty(world.Log.Lines);
    }

    [CacheResource]
    private static Probe Share() => new();

    [CacheResource]
    private static Probe Other() => new();

    private sealed class Probe : IDisposable
    {
        public int Released { get; private set; }

        public void Dispose() => Released++;
    }
}
