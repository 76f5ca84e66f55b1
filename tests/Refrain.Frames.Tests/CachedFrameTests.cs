using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.Caching.Recording;
using Refrain.Caching.Snapshots;

namespace Refrain.Frames.Tests;

/// <summary>Frames and columns as results and arguments of cached functions.</summary>
public sealed class CachedFrameTests : IDisposable
{
    private static readonly FunctionName Function = new("Load", "Load", []);

    private readonly Ambient? _outer = Ambient.Current;
    private readonly CacheHost _host = new(new());

    public CachedFrameTests() => Ambient.Current = new Ambient(_host, drawing: null);

    public void Dispose()
    {
        Ambient.Current = _outer;
        _host.Dispose();
    }

    [Fact]
    [Trait("row", "B3")]
    public void Every_caller_of_a_cached_function_has_a_frame_of_its_own()
    {
        var runs = new Runs();
        var first = Load(1000, runs);
        first.Columns.Remove("Lat");
        first[0, "Lon"] = 99.0;
        var second = Load(1000, runs);
        Assert.Equal(1, runs.Count);
        Assert.Equal(["Lat", "Lon"], second.Columns.Names);
        Assert.Equal(0.0, second[0, "Lon"]);
        second.Columns.Remove("Lat");
        Assert.Equal(["Lat", "Lon"], Load(1000, runs).Columns.Names);
        Assert.Equal(1, runs.Count);
    }

    [Fact]
    [Trait("row", "B3")]
    public void Callers_share_the_memory_of_what_they_do_not_change()
    {
        var (first, second) = (Load(1000, new Runs()), Load(1000, new Runs()));
        Assert.Equal(first.Buffers().Select(buffer => buffer.Buffer), second.Buffers().Select(buffer => buffer.Buffer));
    }

    [Fact]
    [Trait("row", "C6")]
    public void A_shared_frame_loses_a_dropped_column_for_everybody()
    {
        Shared().Columns.Remove("Lat");
        Assert.Equal("RFN0201: no column named 'Lat'; did you mean 'Lon'? The columns are: Lon.", Assert.Throws<FrameException>(() => Shared().Columns.Remove("Lat")).Message);
    }

    [Fact]
    [Trait("row", "B4")]
    public void A_frame_as_an_argument_is_keyed_by_its_content()
    {
        var runs = new Runs();
        var data = SharingTests.EveryType(10);
        Assert.Equal(45, Total(data, runs));
        Assert.Equal(45, Total(SharingTests.EveryType(10), runs));
        Assert.Equal(1, runs.Count);
        data[0, "int"] = 1;
        Assert.Equal(46, Total(data, runs));
        Assert.Equal(2, runs.Count);
    }

    [Fact]
    [Trait("row", "B4")]
    public void A_single_column_is_a_value_and_an_argument()
    {
        var runs = new Runs();
        var data = SharingTests.EveryType(10);
        Assert.Same(Prices(data, runs), Prices(data.Copy(), runs));
        Assert.Equal(1, runs.Count);
        Assert.Equal(data["int"].Sum(), Sum(data["int"], runs));
        Assert.Equal(data["long"].Sum(), Sum(data["long"], runs));
        Assert.Equal(data["int"].Sum(), Sum(SharingTests.EveryType(10)["int"], runs));
        Assert.Equal(3, runs.Count);
    }

    [Fact]
    [Trait("row", "D3")]
    public void What_a_frame_or_a_column_takes_is_counted()
    {
        var memory = new ReadOnlyMemory<double>(new double[100_000]);
        var data = new DataFrame(("x", Column.From(memory)), ("y", Column.From(memory)));
        Assert.InRange(Snapshot.Freeze(data, Function).Size, 800_000, 801_000);
        Assert.InRange(Snapshot.Freeze(data["x"], Function).Size, 800_000, 801_000);
        Assert.InRange(Snapshot.Freeze(data.Column<double?>("x"), Function).Size, 800_000, 801_000);
        Assert.InRange(Snapshot.Freeze(new { Data = data, Number = 1 }, Function).Size, 800_000, 801_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_column_is_digested_with_its_name_and_type(bool stable)
    {
        var data = new DataFrame(("a", new[] { 1 }), ("b", new[] { 1 }), ("c", new[] { 1L }), ("d", new[] { new DateOnly(1, 1, 2) }), ("e", new[] { TimeSpan.FromTicks(1) }));
        var digests = data.Columns.Select(column => ((IDigested)column).Digest(stable)).ToList();
        Assert.Equal(5, digests.Distinct().Count());
        Assert.Equal(5, data.Columns.Select(column => ((IDigested)column.Named("x")).Digest(stable)).Distinct().Count() + 1);
        Assert.Equal(digests[0], ((IDigested)data.Copy()["a"]).Digest(stable));
    }

    [CacheData]
    private static DataFrame Load(int rows, Runs _runs)
    {
        _runs.Next();
        return new(("Lat", new double[rows]), ("Lon", new double[rows]));
    }

    [CacheResource]
    private static DataFrame Shared() => new(("Lat", new[] { 1.0 }), ("Lon", new[] { 2.0 }));

    [CacheData]
    private static double Total(DataFrame data, Runs _runs)
    {
        _runs.Next();
        return data["int"].Sum();
    }

    [CacheData]
    private static Column Prices(DataFrame data, Runs _runs)
    {
        _runs.Next();
        return data["decimal"];
    }

    [CacheData]
    private static double Sum(Column column, Runs _runs)
    {
        _runs.Next();
        return column.Sum();
    }

    /// <summary>Counts how often a body ran.</summary>
    private sealed class Runs
    {
        internal int Count { get; private set; }

        internal void Next() => Count++;
    }
}
