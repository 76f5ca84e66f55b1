using System.Collections;

namespace Refrain.Elements;

/// <summary>Rows as ranges, so that all of a hundred million are one. In ascending order, and none touches another's rows.</summary>
/// <param name="ranges">The first row of each, and the one after its last.</param>
internal sealed class RowRanges(IReadOnlyList<(int From, int To)> ranges) : IReadOnlyList<int>, IEquatable<RowRanges>
{
    internal static readonly RowRanges None = new([]);

    internal IReadOnlyList<(int From, int To)> Ranges => ranges;

    /// <summary>The row after the last.</summary>
    internal int End => ranges.Count == 0 ? 0 : ranges[^1].To;

    public int Count { get; } = ranges.Sum(range => range.To - range.From);

    public int this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            foreach (var (from, to) in ranges)
            {
                if (index < to - from)
                    return from + index;
                index -= to - from;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public IEnumerator<int> GetEnumerator()
    {
        foreach (var (from, to) in ranges)
        {
            for (var row = from; row < to; row++)
                yield return row;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(RowRanges? other) => other is not null && ranges.SequenceEqual(other.Ranges);

    public override bool Equals(object? obj) => Equals(obj as RowRanges);

    public override int GetHashCode() => Count;
}
