using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Refrain.Caching.Functions;
using Refrain.Caching.Tests.Fingerprints;

namespace Refrain.Caching.Tests.Functions;

/// <summary>Code is replaced by the same code, compiled to types of its own, while entries of those types live.</summary>
[Collection(MemoryCollection.Name)]
public sealed class ReloadTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        using Refrain;

        public enum Region { North, South }

        public sealed record Sale(string Name, int Amount, Region Region);

        public sealed class Basket { public List<Sale> Sales { get; } = new(); }

        public readonly record struct Spot(Region Region, int Number);

        public sealed class Engine(Func<int> released) : IDisposable { public void Dispose() => released(); }

        public static class App
        {
            private static readonly Sale One = new("one", 1, Region.South);

            public static object List(Func<int> _count)
            {
                var load = Cache.Data((int amount) => { _count(); return new List<Sale> { One with { Amount = amount }, One }; }, new() { Name = "List" });
                return string.Join(" ", load(2).Concat(load(2)));
            }

            public static object Shared(Func<int> _count)
            {
                var load = Cache.Data((int amount) => { _count(); return One with { Amount = amount }; }, new() { Name = "Shared" });
                return load(3).ToString();
            }

            public static object Exact(Func<int> _count)
            {
                var total = Cache.Data((Sale sale, Spot? spot, Region region, string name) => { _count(); return sale.Amount + spot!.Value.Number; }, new() { Name = "Exact" });
                return total(One, new Spot(Region.South, 4), Region.North, "a") + total(One, new Spot(Region.South, 4), Region.North, "a");
            }

            public static object Digest(Func<int> _count)
            {
                var total = Cache.Data((Basket basket) => { _count(); return basket.Sales.ToDictionary(s => s.Region, s => s); }, new() { Name = "Digest" });
                return string.Join(" ", total(new() { Sales = { One } }).Values);
            }

            public static object Later(Func<int> _count)
            {
                var load = Cache.Data(async (Region region) => { _count(); await Task.Yield(); return new[] { One with { Region = region } }; }, new() { Name = "Later" });
                return load(Region.North).GetAwaiter().GetResult()[0].ToString();
            }

            public static object Mine(Func<int> _count)
            {
                var load = Cache.Data((int amount) => { _count(); return One with { Amount = amount }; }, new() { Name = "Mine", Scope = CacheScope.Session });
                return load(5).ToString();
            }

            public static object Few(Func<int> _count, int[] amounts)
            {
                var load = Cache.Data((int amount) => { _count(); return One with { Amount = amount }; }, new() { Name = "Few", MaxEntries = 3, Ttl = TimeSpan.FromHours(1) });
                return string.Join(" ", amounts.Select(amount => load(amount).Amount));
            }

            public static object Any(Func<int> _count)
            {
                var load = Cache.Data((int amount) => { _count(); return amount == 0 ? (object)"text" : new object[] { One }; }, new() { Name = "Any" });
                return $"{load(0)} {load(1) is object[] and [Sale]}";
            }

            public static object OwnResource(Func<int> _count, Func<int> _released)
            {
                var open = Cache.Resource(() => { _count(); return new Engine(_released); }, new() { Name = "OwnResource" });
                return open() is Engine;
            }

            public static object HiddenResource(Func<int> _count, Func<int> _released)
            {
                var open = Cache.Resource(() => { _count(); return (IDisposable)new Engine(_released); }, new() { Name = "HiddenResource" });
                return open() is Engine;
            }

            public static object OtherResource(Func<int> _count, Func<int> _released)
            {
                var open = Cache.Resource((Spot spot) => { _count(); return new MemoryStream(spot.Number); }, new()
                {
                    Name = "OtherResource",
                    Validate = (MemoryStream stream) => stream.CanRead,
                    OnRelease = (MemoryStream stream) => stream.Dispose(),
                });
                return open(new(Region.South, 7));
            }
        }
        """;

    private readonly Runs _runs = new();
    private readonly Runs _releases = new();

    [Theory]
    [InlineData("List", "Sale { Name = one, Amount = 2, Region = South } Sale { Name = one, Amount = 1, Region = South } "
        + "Sale { Name = one, Amount = 2, Region = South } Sale { Name = one, Amount = 1, Region = South }")]
    [InlineData("Shared", "Sale { Name = one, Amount = 3, Region = South }")]
    [InlineData("Exact", 10)]
    [InlineData("Digest", "Sale { Name = one, Amount = 1, Region = South }")]
    [InlineData("Later", "Sale { Name = one, Amount = 1, Region = North }")]
    [Trait("row", "A3")]
    public void Values_and_keys_of_the_replaced_codes_types_are_rebuilt_and_the_old_code_is_let_go(string method, object result)
    {
        using var world = new CacheWorld();
        var first = Run(method, result);
        var second = Run(method, result);
        Assert.Empty(world.Log.Lines);
        Assert.Equal(1, _runs.Count);
        AssertUnloads(first);
        Run(method, result);
        Assert.Equal(1, _runs.Count);
        AssertUnloads(second);
    }

    [Fact]
    public void Session_scoped_entries_go_on_in_their_session()
    {
        using var world = new CacheWorld();
        using (Cache.Scope())
        {
            var first = Run("Mine", "Sale { Name = one, Amount = 5, Region = South }");
            Run("Mine", "Sale { Name = one, Amount = 5, Region = South }");
            AssertUnloads(first);
        }

        Assert.Equal(1, _runs.Count);
    }

    [Fact]
    public void Hits_times_and_the_order_of_uses_are_carried_over()
    {
        using var world = new CacheWorld();
        Run("Few", "1 2 3 1 1", [1, 2, 3, 1, 1]);
        world.Time.Advance(TimeSpan.FromMinutes(50));
        Run("Few", "1", [1]);
        var report = world.Report("Few");
        Assert.Equal((3, 3, 3, 3), (report.Entries, report.Hits, report.Misses, report.Details.Max(entry => entry.Hits)));
        Assert.All(report.Details, entry => Assert.Equal(TimeSpan.FromMinutes(10), entry.TimeLeft));
        Assert.Empty(report.Evictions);

        Run("Few", "4", [4]);
        Assert.Equal(["1", "3", "4"], world.Report("Few").Details.Select(entry => entry.Arguments).Order());
        world.Time.Advance(TimeSpan.FromMinutes(10));
        Run("Few", "1", [1]);
        Assert.Equal(5, _runs.Count);
    }

    [Fact]
    public void What_cannot_be_rebuilt_is_dropped_with_one_line_and_the_rest_stays()
    {
        using var world = new CacheWorld();
        var first = Run("Any", "text True");
        Run("Any", "text True");
        Assert.Equal(3, _runs.Count);
        Assert.Equal(["Entries of 'Any' are computed anew: type `Sale` changed."], world.Log.Lines);
        Assert.Equal("type `Sale` changed", world.Report("Any").LastMiss);
        AssertUnloads(first);
    }

    [Theory]
    [InlineData("OwnResource")]
    [InlineData("HiddenResource")]
    public void A_resource_of_the_replaced_code_is_released_and_made_anew(string method)
    {
        using var world = new CacheWorld();
        WeakReference first;
        using (Cache.Hold())
        {
            first = Run(method, true, (Func<int>)_releases.Next);
            Run(method, true, (Func<int>)_releases.Next);
            Assert.Equal((2, 0), (_runs.Count, _releases.Count));
        }

        Assert.Equal((2, 1), (_runs.Count, _releases.Count));
        AssertUnloads(first);
    }

    [Fact]
    public void A_resource_of_other_code_goes_on_and_is_released_once_by_the_newer_rules()
    {
        using var world = new CacheWorld();
        WeakReference first;
        MemoryStream stream;
        using (Cache.Hold())
        {
            (first, var opened) = Call("OtherResource", (Func<int>)_releases.Next);
            stream = (MemoryStream)opened!;
            Assert.Same(stream, Call("OtherResource", (Func<int>)_releases.Next).Result);
            Assert.Equal(1, _runs.Count);
            AssertUnloads(first);
            world.Host.Caches.Single().Clear([]);
            Assert.True(stream.CanRead);
        }

        Assert.False(stream.CanRead);
    }

    [Fact]
    public void A_clear_that_comes_late_to_the_older_cache_clears_what_was_carried_over()
    {
        using var world = new CacheWorld();
        Run("Shared", "Sale { Name = one, Amount = 3, Region = South }");
        var older = world.Host.Caches.Single();
        Run("Shared", "Sale { Name = one, Amount = 3, Region = South }");
        Assert.Equal(1, older.Clear([]));
        Run("Shared", "Sale { Name = one, Amount = 3, Region = South }");
        Assert.Equal(1, older.ClearEntry([3], []));
        Run("Shared", "Sale { Name = one, Amount = 3, Region = South }");
        Assert.Equal(3, _runs.Count);
    }

    [Fact]
    [Trait("row", "A3")]
    public void Sixty_reloads_leave_no_code_behind_and_memory_is_flat()
    {
        string[] methods = ["List", "Exact"];
        using var world = new CacheWorld();
        var contexts = new List<WeakReference>();
        var after20 = 0L;
        for (var reload = 1; reload <= 60; reload++)
        {
            contexts.Add(RunAll(methods));
            if (reload == 20)
                after20 = Settled(contexts);
        }

        var grown = Settled(contexts) - after20;
        Assert.True(grown < 500_000, $"40 reloads left {grown} bytes behind.");
        Assert.Equal(methods.Length, _runs.Count);
    }

    private static long Settled(List<WeakReference> contexts)
    {
        foreach (var context in contexts[..^1])
            AssertUnloads(context);
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference RunAll(string[] methods)
    {
        var (context, app) = Load();
        foreach (var method in methods)
            Assert.NotNull(Invoke(app, method, []));
        context.Unload();
        return new WeakReference(context);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Run(string method, object expected, params object[] arguments)
    {
        var (context, result) = Call(method, arguments);
        Assert.Equal(expected, result);
        return context;
    }

    private WeakReference Run(string method, string expected, int[] amounts) => Run(method, expected, [(object)amounts]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (WeakReference Context, object? Result) Call(string method, params object[] arguments)
    {
        var (context, app) = Load();
        var result = Invoke(app, method, arguments);
        context.Unload();
        return (new WeakReference(context), result);
    }

    private static (AssemblyLoadContext Context, Type App) Load()
    {
        var context = new AssemblyLoadContext("reloaded", isCollectible: true);
        return (context, context.LoadFromStream(new MemoryStream(Image.Value)).GetType("App")!);
    }

    private static readonly Lazy<byte[]> Image = new(() => CompiledCode.Emit("reloaded", Source, OptimizationLevel.Release, "app.cs"));

    private object? Invoke(Type app, string method, object[] arguments) =>
        app.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [(Func<int>)_runs.Next, .. arguments], null);

    private static void AssertUnloads(WeakReference context)
    {
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive, "The old code is still loaded.");
    }
}
