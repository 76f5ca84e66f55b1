using System.Collections;
using Refrain.Elements;

namespace Refrain;

/// <summary>Columns side by side, from the left. Each is a <see cref="Container"/>.</summary>
/// <example><code>
/// var (left, right) = Ui.Columns(2);
/// left.Metric("Rows", 12);
/// right.Metric("Columns", 3);
/// </code></example>
public sealed class ColumnSet : IReadOnlyList<Container>
{
    private readonly Container[] _columns;

    internal ColumnSet(Container[] columns) => _columns = columns;

    /// <summary>How many there are.</summary>
    public int Count => _columns.Length;

    /// <summary>One of them; 0 is the leftmost.</summary>
    public Container this[int index] => _columns[index];

    /// <summary>Takes two columns apart.</summary>
    public void Deconstruct(out Container first, out Container second)
    {
        Expect(2);
        (first, second) = (_columns[0], _columns[1]);
    }

    /// <summary>Takes three columns apart.</summary>
    public void Deconstruct(out Container first, out Container second, out Container third)
    {
        Expect(3);
        (first, second, third) = (_columns[0], _columns[1], _columns[2]);
    }

    /// <summary>Takes four columns apart.</summary>
    public void Deconstruct(out Container first, out Container second, out Container third, out Container fourth)
    {
        Expect(4);
        (first, second, third, fourth) = (_columns[0], _columns[1], _columns[2], _columns[3]);
    }

    /// <summary>Takes five columns apart.</summary>
    public void Deconstruct(out Container first, out Container second, out Container third, out Container fourth, out Container fifth)
    {
        Expect(5);
        (first, second, third, fourth, fifth) = (_columns[0], _columns[1], _columns[2], _columns[3], _columns[4]);
    }

    /// <summary>Takes six columns apart.</summary>
    public void Deconstruct(
        out Container first, out Container second, out Container third, out Container fourth, out Container fifth, out Container sixth)
    {
        Expect(6);
        (first, second, third, fourth, fifth, sixth) = (_columns[0], _columns[1], _columns[2], _columns[3], _columns[4], _columns[5]);
    }

    /// <summary>Goes through them from the left.</summary>
    public IEnumerator<Container> GetEnumerator() => ((IEnumerable<Container>)_columns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _columns.GetEnumerator();

    private void Expect(int count)
    {
        if (_columns.Length != count) throw ElementErrors.ColumnsTaken(_columns.Length, count);
    }
}
