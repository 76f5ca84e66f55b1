using Refrain.Elements;
using Refrain.Frames.Rows.Views;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class FrameViewsTests
{
    private static readonly DataFrame Numbers = new(("n", Enumerable.Range(0, 600_000).Select(n => n * 7919 % 600_011).ToArray()));

    [Fact]
    public async Task A_view_is_found_once_however_many_ask_for_it()
    {
        var views = new FrameViews(Numbers);

        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => views.OpenAsync(Sorted(descending: true), null, default)));

        Assert.All(found, view => Assert.Same(found[0], view));
        Assert.Same(found[0], await views.OpenAsync(Sorted(descending: true), null, default));
        Assert.Equal(1, views.Count);
    }

    [Fact]
    public async Task Equal_questions_are_one()
    {
        var views = new FrameViews(Numbers);

        Assert.Same(await views.OpenAsync(Filtered("5"), null, default), await views.OpenAsync(Filtered("5"), null, default));
        Assert.NotSame(await views.OpenAsync(Filtered("5"), null, default), await views.OpenAsync(Filtered("6"), null, default));
    }

    [Fact]
    public async Task Few_views_are_kept_and_those_read_last()
    {
        var views = new FrameViews(Numbers);
        var first = await views.OpenAsync(Filtered("1"), null, default);
        var second = await views.OpenAsync(Filtered("2"), null, default);
        Assert.Same(first, await views.OpenAsync(Filtered("1"), null, default));
        await views.OpenAsync(Filtered("3"), null, default);

        Assert.Equal(2, views.Count);
        Assert.Same(first, await views.OpenAsync(Filtered("1"), null, default));
        Assert.NotSame(second, await views.OpenAsync(Filtered("2"), null, default));
    }

    [Fact]
    public async Task A_search_goes_on_as_long_as_anybody_waits_and_ends_with_the_last()
    {
        var views = new FrameViews(Numbers);
        using var ada = new CancellationTokenSource();
        using var ben = new CancellationTokenSource();
        using var reached = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var first = views.OpenAsync(Sorted(descending: false), _ => { reached.Release(); go.Wait(); }, ada.Token);
        await reached.WaitAsync();
        var second = views.OpenAsync(Sorted(descending: false), null, ben.Token);

        await ada.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(1, views.Count);

        await ben.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(0, views.Count);

        // The one that was given up holds the turn until it looks; then the next has it.
        go.Release(1_000);
        Assert.Equal(Numbers.RowCount, (await views.OpenAsync(Sorted(descending: false), null, default)).Count);
    }

    private static RowQuery Sorted(bool descending) => new("", [], 0, descending);

    private static RowQuery Filtered(string value) => new("", [new(0, RowTest.Equal, value)], null, false);
}
