namespace Refrain.Caching.Tests;

/// <summary>Builds a value from a seed: the same seed gives an equal value, and one leaf of it can be changed.</summary>
internal sealed class RandomGraph(int seed, int changedLeaf = -1)
{
    private readonly Random _random = new(seed);

    /// <summary>How many leaves were made, each of which can be changed.</summary>
    internal int Leaves { get; private set; }

    public enum Colour
    {
        Red,
        Green,
        Blue,
    }

    public struct Point
    {
        public double X;
        public long Y;
        public string? Label;
    }

    public sealed record Sale(string City, decimal Amount, DateTime At);

    public sealed record Region(string Name, IReadOnlyList<object?> Parts);

    public sealed class Node
    {
        private readonly List<int> _hidden;

        internal Node(int id, List<int> hidden) => (Id, _hidden) = (id, hidden);

        public int Id { get; }

        public int HiddenCount => _hidden.Count;

        public Node? Next { get; set; }

        public Point At { get; set; }

        public object? Any { get; set; }

        public Dictionary<string, object?>? Bag { get; set; }
    }

    internal static object? Build(int seed, int changedLeaf = -1) => new RandomGraph(seed, changedLeaf).Value(0);

    internal static int CountLeaves(int seed)
    {
        var graph = new RandomGraph(seed);
        graph.Value(0);
        return graph.Leaves;
    }

    private object? Value(int depth)
    {
        if (depth > 4)
            return Scalar();
        return _random.Next(15) switch
        {
            0 => Many(() => Int()).ToList(),
            1 => Many(() => Value(depth + 1)).ToArray(),
            2 => Many(Text).ToHashSet(StringComparer.OrdinalIgnoreCase),
            3 => Pairs(depth).ToDictionary(),
            4 => NodeAt(depth),
            5 => new Region(Text(), Many(() => Value(depth + 1)).ToArray()),
            6 => (Int(), Text(), Double()),
            7 => Many(Double).ToArray(),
            8 => new Stack<object?>(Many(() => Value(depth + 1))),
            9 => new int[,] { { Int(), Int() }, { Int(), Int() } },
            10 => new SortedDictionary<string, object?>(Pairs(depth).ToDictionary(), StringComparer.Ordinal),
            11 => Many(() => new Sale(Text(), Int() / 4m, At())).ToList(),
            12 => new LinkedList<object?>(Many(() => Value(depth + 1))),
            13 => new { Name = Text(), Inner = Value(depth + 1) },
            _ => Scalar(),
        };
    }

    private object? Scalar() => _random.Next(8) switch
    {
        0 => Int(),
        1 => Text(),
        2 => Double(),
        3 => At(),
        4 => Changes() ? Colour.Blue : (Colour)_random.Next(2),
        5 => Changes() ? null : (object)true,
        6 => new Point { X = Double(), Y = Int(), Label = Changes() ? "?" : null },
        _ => new Sale(Text(), Int(), At()),
    };

    private Node NodeAt(int depth)
    {
        var node = new Node(Int(), [.. Many(() => Int())]) { At = new() { X = Double() }, Any = Value(depth + 1) };
        if (_random.Next(2) == 0)
            node.Bag = Pairs(depth).ToDictionary();
        node.Next = _random.Next(3) switch
        {
            0 => node,
            1 => new Node(Int(), []) { Next = node, Any = node.Bag },
            _ => null,
        };
        return node;
    }

    private List<KeyValuePair<string, object?>> Pairs(int depth) =>
        Many(() => Value(depth + 1)).Select((value, index) => KeyValuePair.Create($"{index}{(Changes() ? "'" : "")}", value)).ToList();

    private List<T> Many<T>(Func<T> make)
    {
        var items = new List<T>();
        for (var count = _random.Next(5); count > 0; count--)
            items.Add(make());
        return items;
    }

    private int Int() => _random.Next(-300, 300) + (Changes() ? 1000 : 0);

    private double Double()
    {
        var value = _random.Next(4) switch
        {
            0 => double.NaN,
            1 => 0.0,
            _ => _random.NextDouble(),
        };
        return Changes() ? BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) ^ 1) : value;
    }

    private string Text() => string.Concat(Enumerable.Range(0, _random.Next(4)).Select(_ => (char)_random.Next('a', 'z')))
        + _random.Next() + (Changes() ? "!" : "");

    private DateTime At() => DateTime.UnixEpoch.AddTicks(_random.Next() + (Changes() ? 1L << 40 : 0));

    private bool Changes() => Leaves++ == changedLeaf;
}
