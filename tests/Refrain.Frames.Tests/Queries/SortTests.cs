using System.Collections.Immutable;

namespace Refrain.Frames.Tests.Queries;

public sealed class SortTests
{
    [Fact]
    [Trait("row", "B3")]
    public void Sorting_in_place_reaches_no_copy()
    {
        var data = new DataFrame(("x", new int?[] { 2, null, 1, 2 }), ("id", new[] { 0, 1, 2, 3 }));
        var copy = data.Copy();
        data[3, "x"] = 3;
        data.Sort("x");
        Assert.Equal([2, 0, 3, 1], data.Column<int>("id"));
        data.Sort("x", descending: true);
        Assert.Equal([3, 0, 2, 1], data.Column<int>("id"));
        Assert.Equal([0, 1, 2, 3], copy.Column<int>("id"));
        Assert.Equal([2, null, 1, 2], copy.Column<int?>("x"));
        Assert.Equal("RFN0201", Assert.Throws<FrameException>(() => data.Sort("y")).Id);
    }

    [Fact]
    public void A_frame_sorted_in_place_can_be_refined()
    {
        var data = new DataFrame(("x", new[] { 2, 1, 1 }), ("y", new[] { 1, 3, 2 }));
        data.Sort("x");
        Assert.Equal([2, 3, 1], data.ThenBy("y").Column<int>("y"));
    }

    [Fact]
    public void What_never_changes_is_shared_by_the_constructor_and_arrays_are_copied()
    {
        var array = new[] { 1.5, 2.5 };
        ReadOnlyMemory<double> memory = array;
        ImmutableArray<int> immutable = [1, 2];
        var data = new DataFrame(("copied", array), ("shared", memory), ("immutable", immutable));
        data["again"] = memory;
        array[0] = 9;
        Assert.Equal([1.5, 2.5], data.Column<double>("copied"));
        Assert.Equal([9, 2.5], data.Column<double>("shared"));
        Assert.Same(array, data["again"].Buffers.Single().Buffer);
        Assert.Same(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(immutable), data["immutable"].Buffers.Single().Buffer);
    }

    [Theory]
    [InlineData(1 << 17)]
    [InlineData((1 << 20) + 3)]
    public void A_long_column_is_sorted_in_parts_and_stable(int rows)
    {
        var random = new Random(rows);
        var values = Enumerable.Range(0, rows).Select(_ => random.Next(10) == 0 ? null : (double?)(random.Next(-5000, 5000) / 8.0)).ToArray();
        var data = new DataFrame(("x", values), ("n", Enumerable.Range(0, rows).ToArray()));
        var present = Enumerable.Range(0, rows).Where(row => values[row] is not null);
        var missing = Enumerable.Range(0, rows).Where(row => values[row] is null).ToList();
        Assert.Equal([.. present.OrderBy(row => values[row]), .. missing], data.OrderBy("x").Column<int>("n").ToArray());
        Assert.Equal([.. present.OrderByDescending(row => values[row]), .. missing], data.OrderByDescending("x").Column<int>("n").ToArray());
    }
}
