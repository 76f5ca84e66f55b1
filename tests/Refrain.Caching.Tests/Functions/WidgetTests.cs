using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;

namespace Refrain.Caching.Tests.Functions;

/// <summary>Functions that read widgets, on pages that know nothing but the widgets' values.</summary>
[Trait("row", "E3")]
public sealed class WidgetTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Each_combination_is_an_entry_and_runs_once()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        for (var round = 0; round < 2; round++)
        {
            foreach (var (a, b) in ((int, int)[])[(1, 1), (1, 2), (2, 1), (2, 2)])
                Assert.Equal(a == 1 ? a : (10 * a) + b, On(world, new() { ["a"] = a, ["b"] = b }, () => Get(runs)));
        }

        Assert.Equal(3, runs.Count);
        Assert.Equal(["a = 1", "a = 2, b = 1", "a = 2, b = 2"], world.Report("Get").Details.Select(entry => entry.Arguments).Order(StringComparer.Ordinal));

        [CacheData(AllowWidgets = true)]
        static int Get(Runs _runs)
        {
            _runs.Next();
            return Page.Read("a") is 1 ? 1 : (10 * Page.Read("a", again: true)) + Page.Read("b");
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public async Task Who_waits_stays_with_equal_values_and_goes_with_others(int second, int runsAtLast)
    {
        using var world = new CacheWorld();
        using var body = new Body();
        var first = Task.Run(() => On(world, new() { ["a"] = 1 }, () => Get(body)));
        body.Entered.Wait(Patience);
        var joiner = Task.Run(() => On(world, new() { ["a"] = second }, () => Get(body)));
        Wait(() => world.Report("Get").Waiting == 2);
        body.Read.Release();
        body.HasRead.Wait(Patience);
        if (second != 1)
            body.Entered.Wait(Patience); // while the first one still runs
        body.Read.Release();
        body.Return.Release(2);
        Assert.Equal((1, second), (await first, await joiner));
        Assert.Equal((runsAtLast, runsAtLast), (body.Runs.Count, world.Report("Get").Entries));
        Assert.Equal(0, world.Report("Get").Computing);

        [CacheData(AllowWidgets = true)]
        static int Get(Body _body) => _body.Run();
    }

    [Fact]
    public async Task Who_waits_and_whose_widgets_cannot_be_read_leaves()
    {
        using var world = new CacheWorld();
        using var body = new Body();
        var first = Task.Run(() => On(world, new() { ["a"] = 1 }, () => Get(body)));
        body.Entered.Wait(Patience);
        var joiner = Task.Run(() => On(world, [], () => Get(body)));
        Wait(() => world.Report("Get").Waiting == 2);
        body.Read.Release();
        await Assert.ThrowsAsync<KeyNotFoundException>(() => joiner);
        Assert.Equal(1, world.Report("Get").Waiting);
        body.Return.Release();
        Assert.Equal(1, await first);

        [CacheData(AllowWidgets = true)]
        static int Get(Body _body) => _body.Run();
    }

    [Fact]
    public async Task A_clear_after_a_widget_was_read_beats_the_computation()
    {
        using var world = new CacheWorld();
        using var body = new Body();
        var first = Task.Run(() => On(world, new() { ["a"] = 1 }, () => Get(7, body)));
        body.Read.Release();
        body.HasRead.Wait(Patience);
        Assert.Equal(0, Cache.Clear(Get, 7));
        body.Return.Release();
        Assert.Equal(1, await first);
        Assert.Equal((0, 0), (world.Report("Get").Entries, world.Report("Get").Computing));

        [CacheData(AllowWidgets = true)]
        static int Get(int x, Body _body) => _body.Run();
    }

    [Fact]
    public void What_is_known_of_widgets_goes_with_the_last_entry()
    {
        var tree = new WidgetTree<int>();
        var (a, b) = (new WidgetRead("a", new(1, 0, 0, 0), ""), new WidgetRead("b", new(2, 0, 0, 0), ""));
        var start = tree.Walk(5, page: null);
        var (one, two) = (tree.Then(start, a), tree.Then(tree.Then(start, a), b));
        Assert.False(tree.Hold(start, "a"));
        Assert.False(tree.Hold(start, "a"));
        Assert.False(tree.Hold(one, "b"));
        Assert.Equal(two, tree.Walk(5, new Page(new() { ["a"] = 1, ["b"] = 2 })));
        tree.Release(two);
        Assert.Equal(1, tree.Count);
        Assert.True(tree.GoesOn(start));
        tree.Release(one);
        Assert.Equal(0, tree.Count);
    }

    [Fact]
    public void A_function_that_changes_its_mind_is_believed_anew()
    {
        using var world = new CacheWorld();
        var mind = new Mind();
        Dictionary<string, int> values = new() { ["a"] = 1, ["b"] = 2 };
        foreach (var widget in (string?[])["a", "b", null, "a"])
        {
            mind.Widget = widget;
            world.Time.Advance(TimeSpan.FromMinutes(1));
            for (var i = 0; i < 2; i++)
                Assert.Equal(widget is null ? 0 : values[widget], On(world, values, () => Get(mind)));
            Assert.Equal(1, world.Report("Get").Entries);
        }

        Assert.Equal(4, mind.Runs.Count);

        [CacheData(AllowWidgets = true, Ttl = "1m")]
        static int Get(Mind _mind)
        {
            _mind.Runs.Next();
            return _mind.Widget is { } widget ? Page.Read(widget) : 0;
        }
    }

    [Fact]
    public void A_failure_is_not_kept_and_without_a_page_no_widget_is_looked_at()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Assert.Throws<InvalidOperationException>(() => On(world, new() { ["a"] = 1 }, () => Get(runs)));
        Assert.Equal(2, On(world, new() { ["a"] = 1 }, () => Get(runs)));
        Assert.Throws<InvalidOperationException>(() => Get(runs));
        Assert.Equal(1, world.Report("Get").Entries);

        [CacheData(AllowWidgets = true)]
        static int Get(Runs _runs)
        {
            Page.Read("a");
            return _runs.Next() == 1 ? throw new InvalidOperationException("no") : 2;
        }
    }

    [Fact]
    public void Widgets_have_no_place_on_disk()
    {
        using var world = new CacheWorld();
        Assert.Equal(
            "RFN0153: The cached function 'Kept' has Persist = Persist.Disk and AllowWidgets = true, but which entry is meant depends on the widgets of a page; remove one of them.",
            Assert.Throws<CacheOptionException>(() => Kept()).Message);

        [CacheData(Persist = Persist.Disk, AllowWidgets = true)]
        static int Kept() => 1;
    }

    private static T On<T>(CacheWorld world, Dictionary<string, int> values, Func<T> call)
    {
        var outer = Ambient.Current;
        Ambient.Current = new Ambient(world.Host, new Page(values));
        try
        {
            return call();
        }
        finally
        {
            Ambient.Current = outer;
        }
    }

    private static void Wait(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Patience));

    private sealed class Mind
    {
        public string? Widget { get; set; }

        public Runs Runs { get; } = new();
    }

    /// <summary>A body that the test leads step by step.</summary>
    private sealed class Body : IDisposable
    {
        public Runs Runs { get; } = new();

        public SemaphoreSlim Entered { get; } = new(0);

        public SemaphoreSlim Read { get; } = new(0);

        public SemaphoreSlim HasRead { get; } = new(0);

        public SemaphoreSlim Return { get; } = new(0);

        public int Run()
        {
            Runs.Next();
            Entered.Release();
            Assert.True(Read.Wait(Patience));
            var value = Page.Read("a");
            HasRead.Release();
            Assert.True(Return.Wait(Patience));
            return value;
        }

        public void Dispose()
        {
            foreach (var semaphore in (SemaphoreSlim[])[Entered, Read, HasRead, Return])
                semaphore.Dispose();
        }
    }

    /// <summary>A page, or a flight in it, with widgets that have names and numbers.</summary>
    private sealed class Page(Dictionary<string, int> values, FlightDescription? flight = null) : DrawingScope
    {
        private readonly HashSet<string> _read = [];

        internal override bool HasWidgets => true;

        internal override SessionCaches? Session => null;

        internal override CancellationToken Interrupted => default;

        internal override CancellationToken Left => default;

        internal override ResourceHolder Holder { get; } = new();

        public static int Read(string widget, bool again = false)
        {
            if (Ambient.Current?.Drawing is not Page page)
                throw new InvalidOperationException("There is no page.");
            if (!again && page._read.Add(widget))
                page.Report(widget);
            return page.Value(widget);
        }

        internal override KeyDigest ReadWidget(object widget) => new((ulong)Value((string)widget), 0, 0, 0);

        internal override DrawingScope BeginFlight(FlightDescription flight) => new Page(values, flight);

        internal override object? EndFlight(bool failed) => null;

        internal override void Replay(object recording)
        {
        }

        internal override IDisposable? ShowSpinner(FlightDescription flight) => null;

        internal override void ThrowIfInterrupted()
        {
        }

        private int Value(string widget) => values[widget];

        private void Report(string widget) => flight!.Read!(new(widget, ReadWidget(widget), $"{widget} = {Value(widget)}"));
    }
}
