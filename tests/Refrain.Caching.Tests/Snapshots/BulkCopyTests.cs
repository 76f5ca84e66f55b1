using System.Collections.Immutable;
using Refrain.Caching.Snapshots;
using Refrain.Caching.Snapshots.Copiers;

namespace Refrain.Caching.Tests.Snapshots;

/// <summary>Arrays, small and so large that all cores copy them.</summary>
[Trait("row", "B4")]
public sealed class BulkCopyTests
{
    private static readonly int Large = (int)(BulkCopy.Threshold / sizeof(double)) + 12_345;

    [Fact]
    [Trait("row", "B3")]
    public void A_large_array_is_copied_whole_for_each_caller()
    {
        var numbers = Enumerable.Range(0, Large).Select(i => i * 0.5).ToArray();
        var frozen = Graph.Freeze<double[]>(numbers);
        var (first, second) = (frozen.HandOut(), frozen.HandOut());
        Assert.True(numbers.AsSpan().SequenceEqual(first));
        first[0] = first[^1] = numbers[7] = -1;
        Assert.Equal((0, (Large - 1) * 0.5, 3.5), (second[0], second[^1], second[7]));
        Assert.Equal((0, 3.5), (frozen.HandOut()[0], frozen.HandOut()[7]));
    }

    [Fact]
    public void Large_arrays_of_any_rank_and_bounds_keep_both()
    {
        var table = new int[3, Large];
        (table[0, 0], table[2, Large - 1], table[1, 77]) = (1, 2, 3);
        var copy = Graph.Freeze<int[,]>(table).HandOut();
        Assert.NotSame(table, copy);
        Assert.Equal((3, Large, 1, 2, 3), (copy.GetLength(0), copy.GetLength(1), copy[0, 0], copy[2, Large - 1], copy[1, 77]));

        var shifted = Array.CreateInstance(typeof(double), [Large], [5]);
        shifted.SetValue(4.5, 5);
        var again = Graph.Freeze<Array>(shifted).HandOut();
        Assert.Equal((5, 4.5, Large), (again.GetLowerBound(0), again.GetValue(5), again.Length));
    }

    [Fact]
    public void An_array_seen_as_another_type_keeps_its_own()
    {
        var seen = (int[])(object)new uint[Large * 2];
        Assert.IsType<uint[]>(BulkCopy.Clone(seen));
    }

    [Fact]
    public void Memory_that_nobody_writes_to_is_copied_once_and_then_shared()
    {
        var numbers = new double[Large];
        var frozen = Graph.Freeze<ReadOnlyMemory<double>>(numbers);
        numbers[3] = 9;
        var (first, second) = (frozen.HandOut(), frozen.HandOut());
        Assert.Equal(0, first.Span[3]);
        Assert.True(first.Span == second.Span);
    }

    [Fact]
    public void Memory_that_can_be_written_to_is_copied_for_each_caller()
    {
        var frozen = Graph.Freeze<Memory<int>>(new[] { 1, 2, 3 }.AsMemory(1));
        var first = frozen.HandOut();
        first.Span[0] = 9;
        Assert.Equal([2, 3], frozen.HandOut().ToArray());
    }

    [Fact]
    public void An_immutable_array_is_shared()
    {
        ImmutableArray<double> numbers = [1, 2, 3];
        var frozen = Graph.Freeze<ImmutableArray<double>>(numbers);
        Assert.True(numbers == frozen.HandOut());
    }
}
