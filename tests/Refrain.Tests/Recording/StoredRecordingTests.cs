using System.Buffers;
using Refrain.Caching.Functions;
using Refrain.Caching.Recording;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using Refrain.Frames.Rows.Views;
using Refrain.Pages;
using Refrain.Recording;
using Refrain.Runs;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Recording;

/// <summary>What a cached function drew is written to a store, and drawn again from there by another process.</summary>
[Trait("row", "E1")]
public sealed class StoredRecordingTests
{
    private static readonly FunctionName Function = new("Load", "tests/Load", []);

    [Fact]
    [Trait("case", "93")]
    public async Task Every_element_is_drawn_as_it_was()
    {
        var stored = await StoreAsync(EveryElement.Draw);
        await using var app = AppTest.From(() => Replay(stored));
        await app.RunAsync();
        Assert.Equal(stored.Tree, Tree(app.Browser));
        Assert.Equal(EveryElement.Kinds, app.Browser.Read(page => page.Nodes.Select(node => node.Kind).Distinct()
            .Where(kind => kind is not ("main" or "sidebar")).Order(StringComparer.Ordinal).ToArray()));
        Assert.NotEmpty(stored.Tables);
        Assert.All(stored.Tables, table => Assert.Equal(table.Rows, Rows(app, table.Id)));
        var ids = app.Browser.Read(page => page.Nodes.Select(node => node.Id).ToArray());
        await app.RunAsync();
        Assert.Equal(ids, app.Browser.Read(page => page.Nodes.Select(node => node.Id).ToArray()));
    }

    [Fact]
    [Trait("case", "93")]
    public async Task Places_and_large_data_are_what_they_were()
    {
        var stored = await StoreAsync(() =>
        {
            var outer = Probe.Box();
            using (outer.Enter())
            {
                Probe.Say("before");
                Inner();
                Probe.Box();
            }

            Ui.DataFrame(Enumerable.Range(0, 20_000).Select(number => new { Number = number, Name = $"name {number}", Half = number / 2.0 }));
            PageScope.Current.Place.Draw(new File("small", 10), default);
            Ui.Sidebar.Box().Draw(new File("large", 100_000), default);
        });
        Assert.Contains(stored.Segments.All, segment => segment.Length >= 20_000 * sizeof(double));
        await using var app = AppTest.From(() => Replay(stored));
        await app.RunAsync();
        Assert.Equal(stored.Tree, Tree(app.Browser));
        Assert.All(stored.Tables, table => Assert.Equal(table.Rows, Rows(app, table.Id)));
        Assert.Equal(new File("small", 10).Content, app.Session!.FindBlob("small")!.Bytes.ToArray());
        Assert.Equal(new File("large", 100_000).Content, app.Session!.FindBlob("large")!.Bytes.ToArray());
        Assert.Equal("text/plain", app.Session!.FindBlob("large")!.ContentType);

        [CacheData]
        static int Inner()
        {
            Probe.Box().Say("inside");
            Ui.Sidebar.Say("beside");
            return 1;
        }
    }

    [Fact]
    public async Task It_follows_a_value_and_leaves_the_envelope_after_itself()
    {
        var stored = await StoreAsync(() => Probe.Say("drawn"), before: 3);
        stored.Envelope.Position = 3;
        Assert.IsType<RecordedPage>(PageFormat.Instance.Read(stored.Envelope, new StoredSegments(stored.Segments)));
        Assert.Equal(stored.Envelope.Length, stored.Envelope.Position);
    }

    [Fact]
    public async Task What_another_version_of_the_library_drew_is_a_miss()
    {
        var stored = await StoreAsync(() => Probe.Say("drawn"));
        var other = new PageFormat(Guid.NewGuid());
        Assert.Equal(
            "Another version of the library drew what the bytes of a recording hold.",
            Assert.Throws<DamagedBytesException>(() => other.Read(stored.Envelope, new StoredSegments(stored.Segments))).Message);
    }

    [Fact]
    public async Task What_is_damaged_is_a_miss_and_nothing_else()
    {
        var stored = await StoreAsync(() =>
        {
            EveryElement.Draw();
            Probe.Box().Draw(new File("large", 20_000), default);
        });
        var (bytes, segments) = (stored.Envelope.ToArray(), new StoredSegments(stored.Segments));
        var random = new Random(93);
        for (var i = 0; i < 500; i++)
        {
            var damaged = i % 2 == 0 ? bytes[..random.Next(bytes.Length)] : [.. bytes];
            if (i % 2 == 1)
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                Assert.IsType<RecordedPage>(PageFormat.Instance.Read(new MemoryStream(damaged), segments));
                Assert.Equal(1, i % 2); // a changed text is still a text: the checksums of the store are what finds that
            }
            catch (DamagedBytesException)
            {
            }
        }

        Assert.Throws<DamagedBytesException>(() => PageFormat.Instance.Read(new MemoryStream(bytes), new StoredSegments(new SegmentList())));
    }

    [Fact]
    public void Elements_without_end_are_a_miss()
    {
        var within = new StoredNode[1];
        within[0] = new StoredNode("container", "{}"u8.ToArray(), "sales.cs", 1, [], [], within);
        Assert.Equal("The bytes of a recording have one element in two places.", ReadBack(within).Message);

        StoredNode[] deep = [];
        for (var i = 0; i < 200_000; i++)
            deep = [new StoredNode("container", [], "", 0, [], [], deep)];
        Assert.Equal("The bytes of a recording hold elements that cannot be.", ReadBack(deep).Message);

        static DamagedBytesException ReadBack(StoredNode[] nodes)
        {
            var (envelope, segments) = (new MemoryStream(), new SegmentList());
            ValueBytes.Write(new StoredPage(typeof(PageFormat).Module.ModuleVersionId, nodes, []), envelope, segments, Function);
            envelope.Position = 0;
            return Assert.Throws<DamagedBytesException>(() => PageFormat.Instance.Read(envelope, new StoredSegments(segments)));
        }
    }

    [Fact]
    public async Task Every_app_gives_it_to_its_caches()
    {
        await using var app = AppTest.From(() => { });
        Assert.Same(PageFormat.Instance, app.App.Cache.Recordings);
    }

    /// <summary>Draws in a flight on a page, and writes what was recorded.</summary>
    private static async Task<Stored> StoreAsync(Action draw, int before = 0)
    {
        var stored = new Stored();
        stored.Envelope.Write(new byte[before]);
        await using var app = AppTest.From(() =>
        {
            var outer = Ambient.Current!;
            var flight = outer.Drawing!.BeginFlight(new(Function, SpinnerText: null, ShowTime: false, AllowWidgets: false, SessionScoped: false, new FlightProgress(), Token: default));
            Ambient.Current = new Ambient(outer.Host, flight);
            draw();
            Ambient.Current = outer;
            PageFormat.Instance.Write(flight.EndFlight(failed: false)!, stored.Envelope, stored.Segments, Function);
        });
        await app.RunAsync();
        Assert.DoesNotContain(app.Elements("exception"), error => error.Text != "shown");
        stored.Tree = Tree(app.Browser);
        stored.Tables = app.Browser.Read(page => page.Nodes
            .Where(node => node.Props.TryGetProperty("source", out _)).Select(node => node.Props.GetProperty("source").GetString()!).ToArray())
            .Select(id => (id, Rows(app, id))).ToArray();
        stored.Envelope.Position = 0;
        return stored;
    }

    private static void Replay(Stored stored)
    {
        stored.Envelope.Position = 0;
        Ambient.Current!.Drawing!.Replay(PageFormat.Instance.Read(stored.Envelope, new StoredSegments(stored.Segments)));
    }

    private static string[] Tree(Browser browser) => browser.Read(page => Describe(page, "root", "").ToArray());

    private static IEnumerable<string> Describe(Page page, string container, string indent) => page.Children(container).Select(id => page.Find(id)!)
        .SelectMany(node => Describe(page, node.Id, indent + "  ").Prepend($"{indent}{node.Kind} {node.Props.GetRawText()}"));

    /// <summary>The last rows of a table, as many as a window may have.</summary>
    private static byte[] Rows(AppTest app, string source)
    {
        var rows = app.Session!.FindSource(source)!;
        var output = new ArrayBufferWriter<byte>();
        var count = (int)Math.Min(rows.RowCount, 1000);
        rows.Write(new RowWindow((int)rows.RowCount - count, count, [.. Enumerable.Range(0, rows.ColumnCount)]), new RowView((int)rows.RowCount, null), output);
        return output.WrittenSpan.ToArray();
    }

    private sealed class Stored
    {
        public MemoryStream Envelope { get; } = new();

        public SegmentList Segments { get; } = new();

        public string[] Tree { get; set; } = [];

        public (string Id, byte[] Rows)[] Tables { get; set; } = [];
    }

    /// <summary>An element with a file behind it.</summary>
    private sealed record File(string Name, int Length) : Element
    {
        internal override string Kind => "probe";

        internal override IReadOnlyList<Blob> Blobs => [new Blob(Name, "text/plain", Content)];

        internal byte[] Content => [.. Enumerable.Range(0, Length).Select(number => (byte)number)];
    }
}
