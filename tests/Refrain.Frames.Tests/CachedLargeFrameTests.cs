using Refrain.Caching.Functions;
using Refrain.Caching.Recording;

namespace Refrain.Frames.Tests;

/// <summary>What a cache does with a frame costs its columns, whatever the number of its rows: counted in bytes allocated, which no load of the machine changes.</summary>
[Trait("row", "H3")]
public sealed class CachedLargeFrameTests : IDisposable
{
    private const int Few = 10;
    private const int Many = 5_000_000;

    private readonly Ambient? _outer = Ambient.Current;
    private readonly string _folder = Directory.CreateTempSubdirectory("refrain-frames-").FullName;
    private CacheHost _host;

    public CachedLargeFrameTests() => _host = Start();

    public void Dispose()
    {
        _host.Dispose();
        Ambient.Current = _outer;
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_first_call_and_every_hit_cost_the_columns_and_not_the_rows()
    {
        var (few, many) = (Numbers(Few), Numbers(Many));
        Load(few, 0);
        Load(few, 0);
        var (firstOfFew, firstOfMany) = (Allocated(() => Load(few, 1)), Allocated(() => Load(many, 2)));
        Assert.InRange(firstOfMany, 1, firstOfFew + 1000);
        var (hitOfFew, hitOfMany) = (Allocated(() => Load(few, 1)), Allocated(() => Load(many, 2)));
        Assert.InRange(hitOfMany, 1, 1000);
        Assert.Equal(hitOfFew, hitOfMany);
        Assert.Equal(many["a"].Buffers[0].Buffer, Load(many, 2)["a"].Buffers[0].Buffer);
    }

    [Fact]
    public void A_frame_as_an_argument_is_read_once_and_then_costs_its_columns()
    {
        var (few, many) = (Numbers(Few), Numbers(Many));
        Assert.Equal((Few, Many), (Rows(few), Rows(many)));
        var (ofFew, ofMany) = (Allocated(() => Rows(few)), Allocated(() => Rows(many.Copy())) - Allocated(() => many.Copy()));
        Assert.InRange(ofMany, 0, ofFew + 200);
        Assert.All(many.Columns, column => Assert.All(column.Chunks, chunk => Assert.NotNull(chunk.Digests.Find(stable: false))));
    }

    [Fact]
    [Trait("row", "D3")]
    public void Entries_that_share_buffers_are_charged_for_them_once()
    {
        var data = Numbers(100_000);
        Load(data, 1);
        var one = _host.Budget.Used;
        Assert.InRange(one, 1_600_000, 1_605_000);
        Load(data.Take(50_000), 2);
        var wider = data.Copy();
        wider["c"] = data["a"];
        Load(wider, 3);
        Assert.InRange(_host.Budget.Used, one, one + 10_000);
    }

    [Fact]
    [Trait("row", "B7")]
    public void A_frame_that_is_kept_on_disk_comes_back_over_the_mapped_file()
    {
        var runs = new List<int>();
        var stored = Kept(300_000, runs);
        _host.Dispose();
        _host = Start();
        var read = Kept(300_000, runs);
        Assert.Single(runs);
        Assert.Equal(((ICacheKey)stored).CacheKey, ((ICacheKey)read).CacheKey);

        // The few words that coded text stands for are read; whatever grows with the rows is mapped.
        var buffers = read.Columns.SelectMany(column => column.Buffers).Where(buffer => buffer.Bytes > 1000).ToList();
        Assert.NotEmpty(buffers);
        Assert.All(buffers, buffer => Assert.Equal("EntryMemory", buffer.Buffer.GetType().Name));
        Assert.Single(buffers.Select(buffer => buffer.Buffer).Distinct());

        // What is changed of it is in memory from then on, and the file stays as it is.
        read[0, "number"] = -1.0;
        read.Sort("text");
        Assert.Equal(0.0, Kept(300_000, runs)[0, "number"]);
    }

    [CacheData]
    private static DataFrame Load(DataFrame _data, int number) => number < 0 ? new() : _data;

    [CacheData]
    private static int Rows(DataFrame data) => data.RowCount;

    [CacheData(Persist = Persist.Disk)]
    private static DataFrame Kept(int rows, List<int> _runs)
    {
        _runs.Add(rows);
        return new(
            ("number", Enumerable.Range(0, rows).Select(row => row * 0.5).ToArray()),
            ("text", Enumerable.Range(0, rows).Select(row => $"text {row}").ToArray()),
            ("few", Enumerable.Range(0, rows).Select(row => row % 9 == 1 ? null : $"{row % 9}").ToArray()));
    }

    private static DataFrame Numbers(int rows) => new(("a", (ReadOnlyMemory<double>)new double[rows]), ("b", (ReadOnlyMemory<double>)new double[rows]));

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private CacheHost Start()
    {
        var host = new CacheHost(new() { Folder = _folder });
        Ambient.Current = new Ambient(host, drawing: null);
        return host;
    }
}
