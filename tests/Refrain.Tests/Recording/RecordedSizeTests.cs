using Refrain.Tests.Pages;

namespace Refrain.Tests.Recording;

/// <summary>What a cached function drew is part of what its entry takes.</summary>
[Trait("row", "D3")]
public sealed class RecordedSizeTests
{
    private const int Rows = 10_000;
    private const int Column = Rows * sizeof(double);

    [Fact]
    public async Task A_table_that_was_drawn_counts()
    {
        await using var app = AppTest.From(() => Load());
        await app.RunAsync();
        Assert.InRange(Entry(app).Bytes, Column, Column + 2000);

        [CacheData]
        static int Load()
        {
            Ui.DataFrame(Frame());
            return 1;
        }
    }

    [Fact]
    public async Task A_frame_that_is_drawn_and_returned_counts_once()
    {
        await using var app = AppTest.From(() => Load());
        await app.RunAsync();
        Assert.InRange(Entry(app).Bytes, Column, Column + 2000);

        [CacheData]
        static DataFrame Load()
        {
            var frame = Frame();
            Ui.DataFrame(frame);
            using (Probe.Box().Enter())
                Ui.DataFrame(frame.Take(Rows));
            return frame;
        }
    }

    [Fact]
    public async Task What_was_drawn_may_be_too_large_to_be_kept()
    {
        await using var app = AppTest.From(() => Load());
        await app.RunAsync();
        await app.RunAsync();
        Assert.Equal((0, 2), (Function(app).Entries, Function(app).Executions));

        [CacheData(MaxSize = "10 KB")]
        static int Load()
        {
            Ui.Text(new string('x', 20_000));
            return 1;
        }
    }

    private static DataFrame Frame() => new(("Value", Enumerable.Range(0, Rows).Select(row => (double)row).ToArray()));

    private static EntryReport Entry(AppTest app) => Assert.Single(Function(app).Details);

    private static FunctionReport Function(AppTest app) => Assert.Single(app.App.Cache.Inspect());
}
