using Refrain.Frames.Rows;

namespace Refrain.Frames.Tests.Rows;

public sealed class ColumnOrderTests
{
    [Fact]
    public void Values_that_never_fall_are_ascending()
    {
        Assert.True(ColumnOrder.IsAscending(new[] { -3, 0, 0, 7 }));
        Assert.True(ColumnOrder.IsAscending(new[] { double.NegativeInfinity, -0.0, 0.0, 1e300 }));
        Assert.True(ColumnOrder.IsAscending(new[] { new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2) }));
        Assert.True(ColumnOrder.IsAscending(Array.Empty<long>()));
    }

    [Fact]
    public void What_falls_or_has_no_place_is_not()
    {
        Assert.False(ColumnOrder.IsAscending(new[] { 1, 0 }));
        Assert.False(ColumnOrder.IsAscending(new[] { 1, double.NaN }));
        Assert.False(ColumnOrder.IsAscending(new int?[] { 1, null, 2 }));
        Assert.False(ColumnOrder.IsAscending(new[] { 1m, 2m }));
        Assert.False(ColumnOrder.IsAscending(new[] { "a", "b" }));
    }

    [Fact]
    public void Chunks_that_follow_one_another_are_in_order_and_others_are_not()
    {
        Assert.True(ColumnOrder.IsAscending(Chunks([1, 2], [], [2, 3])));
        Assert.False(ColumnOrder.IsAscending(Chunks([1, 2], [], [1, 3])));
        Assert.False(ColumnOrder.IsAscending(Chunks([1, 2], [3, 2], [4])));
    }

    private static Column Chunks(params int[][] chunks) =>
        chunks.Select(chunk => new DataFrame(("x", chunk))).Aggregate((all, chunk) => all.Concat(chunk))["x"];
}
