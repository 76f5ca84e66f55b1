using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

/// <summary>A value of many kinds, built from a seed, in which every runtime type is implied by what is declared.</summary>
public sealed class TypedGraph
{
    public List<TypedGraph?>? Children { get; set; }

    public Dictionary<string, object?>? Bag { get; set; }

    public IReadOnlyList<Sale>? Sales { get; set; }

    public HashSet<string>? Names { get; set; }

    public double[]? Numbers { get; set; }

    public (int, string?, DateTime)? Tuple { get; set; }

    public Shape? Figure { get; set; }

    public FrozenDictionary<int, ImmutableArray<Sale>>? Frozen { get; set; }

    public int[,]? Grid { get; set; }

    public sealed record Sale(string City, decimal Amount, DateTime At, Uri? Link);

    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), 1)]
    public abstract record Shape(int Id);

    public sealed record Circle(int Id, float Radius) : Shape(Id);

    public sealed record Square(int Id, TypedGraph? Owner) : Shape(Id);

    internal static Stored Store(int seed) => Stored.Of(Build(seed));

    internal static TypedGraph Build(int seed) => Build(new(seed), [], 0);

    private static TypedGraph Build(Random random, List<TypedGraph> made, int depth)
    {
        var graph = new TypedGraph();
        made.Add(graph);
        Sale[] sales = [.. Many(random, () => SaleOf(random))];
        graph.Children = depth > 3 ? null : [.. Many(random, () => random.Next(4) == 0 ? made[random.Next(made.Count)] : random.Next(4) == 0 ? null : Build(random, made, depth + 1))];
        graph.Bag = random.Next(2) == 0 ? null : Many(random, () => Scalar(random)).Select((value, index) => KeyValuePair.Create($"{index}", value)).ToDictionary();
        graph.Sales = random.Next(3) switch { 0 => sales, 1 => sales.ToList(), _ => sales.ToImmutableList() };
        graph.Names = new(Many(random, () => Text(random)), random.Next(2) == 0 ? StringComparer.OrdinalIgnoreCase : null);
        graph.Numbers = [.. Many(random, random.NextDouble)];
        graph.Tuple = random.Next(2) == 0 ? null : (random.Next(), Text(random), DateTime.UnixEpoch.AddTicks(random.NextInt64(1L << 50)));
        graph.Figure = random.Next(3) switch { 0 => new Circle(random.Next(), random.NextSingle()), 1 => new Square(1, made[0]), _ => null };
        graph.Frozen = random.Next(2) == 0 ? null : sales.Select((sale, index) => (sale, index)).ToFrozenDictionary(pair => pair.index, pair => ImmutableArray.Create(pair.sale));
        graph.Grid = random.Next(2) == 0 ? null : new[,] { { random.Next(), 1 }, { 2, random.Next() } };
        return graph;
    }

    private static object? Scalar(Random random) => random.Next(8) switch
    {
        0 => random.Next(),
        1 => Text(random),
        2 => random.NextDouble(),
        3 => (decimal)random.Next() / 100,
        4 => Guid.NewGuid(),
        5 => null,
        6 => new List<object?> { 1, Text(random) },
        _ => DateOnly.FromDayNumber(random.Next(100_000)),
    };

    private static Sale SaleOf(Random random) =>
        new(Text(random), random.Next(1000) / 4m, DateTime.UnixEpoch.AddDays(random.Next(10_000)), random.Next(2) == 0 ? null : new($"https://a.example/{random.Next()}"));

    private static string Text(Random random) => random.Next(5) == 0 ? "ü\uD83C\uDF88" + random.Next() : new string((char)random.Next('a', 'z'), random.Next(40)) + random.Next();

    private static List<T> Many<T>(Random random, Func<T> make)
    {
        var items = new List<T>();
        for (var count = random.Next(5); count > 0; count--)
            items.Add(make());
        return items;
    }
}
