using System.Runtime.CompilerServices;

#pragma warning disable CA1859 // Functions are declared as users declare them.

namespace Refrain.Caching.Tests.Functions;

/// <summary>What the cache knows of a key goes with its last use.</summary>
[Trait("case", "27")]
public sealed class BookkeepingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void With_an_entry_its_key_goes_and_with_all_of_them_every_key(bool isResource)
    {
        using var world = new CacheWorld();
        var (one, two) = (Fill(isResource, 1), Fill(isResource, 2));
        Clear(isResource, 1);
        Assert.Equal((false, true), (IsAlive(one), IsAlive(two)));
        Assert.Equal(1, isResource ? Cache.ClearResources() : Cache.ClearData());
        Assert.False(IsAlive(two));
    }

    [Fact]
    public void With_a_flight_its_key_goes_whether_it_was_cleared_or_failed()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var (one, two) = (Launch(gate, 1, fails: false), Launch(gate, 2, fails: true));
        Assert.Equal(2, world.Report("PassAsync").Computing);
        ClearFlight(1);
        Assert.Equal(1, world.Report("PassAsync").Computing);
        gate.Open();
        Assert.True(SpinWait.SpinUntil(() => world.Report("PassAsync").Computing == 0, Callers.Patience));
        Assert.True(SpinWait.SpinUntil(() => !IsAlive(one) && !IsAlive(two), Callers.Patience));
    }

    [Theory]
    [InlineData("MaxEntries")]
    [InlineData("Ttl")]
    public void With_what_makes_room_or_expires_its_key_goes(string option)
    {
        using var world = new CacheWorld();
        var old = FillLimited(1);
        if (option == "Ttl")
            world.Time.Advance(TimeSpan.FromMinutes(1));
        else
            FillLimited(2);
        Assert.False(IsAlive(old));
        Assert.Equal(option == "Ttl" ? 0 : 1, world.Report("Limited").Entries);
    }

    // These are calls of their own, so that no local variable of a test keeps a key.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Fill(bool isResource, int x)
    {
        var key = Key(x);
        _ = isResource ? Resource(key).Major : Data(key);
        return new WeakReference(key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference FillLimited(int x)
    {
        var key = Key(x);
        Limited(key);
        return new WeakReference(key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Launch(Gate gate, int x, bool fails)
    {
        var key = Key(x);
        _ = PassAsync(key, gate, fails);
        return new WeakReference(key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Clear(bool isResource, int x) => Assert.Equal(1, isResource ? Cache.Clear(Resource, Key(x)) : Cache.Clear(Data, Key(x)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ClearFlight(int x) => Cache.Clear(PassAsync, Key(x));

    private static string Key(int x) => new('k', x);

    private static bool IsAlive(WeakReference key)
    {
        GC.Collect();
        return key.IsAlive;
    }

    [CacheData]
    private static int Data(string key) => key.Length;

    [CacheResource]
    private static Version Resource(string key) => new(key.Length, 0);

    [CacheData(MaxEntries = 1, Ttl = "1m")]
    private static int Limited(string key) => key.Length;

    [CacheData]
    private static async Task<int> PassAsync(string key, Gate _gate, [NotKeyed] bool fails) =>
        await _gate.PassAsync() + (fails ? throw new InvalidOperationException("no") : key.Length);
}
