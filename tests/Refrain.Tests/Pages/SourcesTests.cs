using System.Buffers;
using Refrain.Caching.Lifetimes;
using Refrain.Frames.Rows.Views;
using Refrain.Pages;
using Refrain.Runs;

namespace Refrain.Tests.Pages;

public sealed class SourcesTests
{
    [Fact]
    public async Task Tables_and_blobs_are_found_while_the_page_shows_them()
    {
        string[] shown = ["a"];
        await using var app = AppTest.From(() =>
        {
            foreach (var id in shown)
                PageScope.Current.Place.Draw(new TableElement(id), new("sales.cs", 1));
        });
        await app.RunAsync();
        Assert.Equal((true, false), Found(app));

        shown = ["a", "b", "b"];
        await app.RunAsync();
        Assert.Equal((true, true), Found(app));

        shown = ["b"];
        await app.RunAsync();
        Assert.Equal((false, true), Found(app));

        shown = [];
        await app.RunAsync();
        Assert.Equal((false, false), Found(app));
    }

    [Fact]
    public async Task A_table_drawn_by_a_cached_function_is_found_in_every_session_that_shows_it()
    {
        await using var app = AppTest.From(() => Load());
        await app.RunAsync();
        var other = new Refrain.Testing.Browsing.Browser(app.App.Sessions, new Refrain.Sessions.Visitor("other", new()));
        other.Hello();
        await other.Until(page => page.IsSettled);
        Assert.All(app.App.Sessions.All, session => Assert.NotNull(session.FindSource("cached")));
        Assert.Equal(1, app.Cache.Function("Load").Executions);

        [CacheData]
        static int Load()
        {
            PageScope.Current.Place.Draw(new TableElement("cached"), new("sales.cs", 1));
            return 1;
        }
    }

    private static (bool A, bool B) Found(AppTest app)
    {
        var session = app.Session!;
        Assert.Equal(session.FindSource("a") is not null, session.FindBlob("a") is not null);
        return (session.FindSource("a") is not null, session.FindSource("b") is not null);
    }

    private sealed record TableElement(string Name) : Element
    {
        internal override string Kind => "table";

        internal override IReadOnlyList<RowSource> Sources => [new Table(Name)];

        internal override IReadOnlyList<Blob> Blobs => [new Blob(Name, "text/plain", "text"u8.ToArray())];
    }

    private sealed class Table(string id) : RowSource
    {
        public override string Id => id;

        public override long RowCount => 0;

        public override int ColumnCount => 0;

        public override IEnumerable<SharedBuffer> Buffers => [];

        public override string? Check(RowQuery query) => null;

        public override Task<RowView> OpenAsync(RowQuery query, Action<double>? progress, CancellationToken cancellationToken) =>
            Task.FromResult(new RowView(0, null));

        public override void Write(RowWindow window, RowView view, IBufferWriter<byte> output)
        {
        }

        public override Task<ReadOnlyMemory<byte>?> ReadStretchAsync(double from, double to, CancellationToken cancellationToken) => Task.FromResult<ReadOnlyMemory<byte>?>(null);

        public override CsvExport Export(RowView view, IReadOnlyList<int> columns) => throw new NotSupportedException();
    }
}
