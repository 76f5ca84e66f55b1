using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

public class ObjectBytesTests
{
    public sealed class Node(int id)
    {
        private readonly int _id = id;

        public int Id => _id;

        public Node? Next { get; set; }

        public List<Node> Others { get; } = [];

        public ImmutableArray<Node> More { get; set; }
    }

    public sealed record Key(string Name, Node? Node);

    [Immutable]
    public sealed class Marked(int[] values) : IDisposable
    {
        public int[] Values => values;

        public void Dispose()
        {
        }
    }

    public sealed class Counts
    {
        internal static int Made;

        public Counts() => Made++;

        public int Value { get; set; }
    }

    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), 2)]
    public abstract class Shape
    {
        public string Name { get; set; } = "";
    }

    public sealed class Circle : Shape
    {
        public double Radius { get; set; }
    }

    public sealed class Square : Shape
    {
        public double Side { get; set; }
    }

    [JsonDerivedType(typeof(Dog), "dog")]
    public class Animal
    {
        public int Legs { get; set; } = 4;
    }

    public sealed class Dog : Animal;

    [Fact]
    public void Private_state_comes_back_and_no_constructor_runs()
    {
        Assert.Equal(7, Stored.Again(new Node(7)).Id);
        var value = new Counts { Value = 3 };
        var made = Counts.Made;
        Assert.Equal(3, Stored.Again(value).Value);
        Assert.Equal(made, Counts.Made);
    }

    [Fact]
    public void An_object_met_twice_is_one_object()
    {
        var shared = new Node(1);
        var read = Stored.Again(new[] { shared, new Node(2) { Next = shared }, shared });
        Assert.Same(read[0], read[2]);
        Assert.Same(read[0], read[1].Next);
        var list = new List<int> { 1 };
        var lists = Stored.Again((list, new[] { list }));
        Assert.Same(lists.list, lists.Item2[0]);
    }

    [Fact]
    public void Cycles_come_back()
    {
        var node = new Node(1);
        node.Next = new Node(2) { Next = node };
        node.Others.Add(node);
        node.More = [node];
        var read = Stored.Again(node);
        Assert.Same(read, read.Next!.Next);
        Assert.Same(read, read.Others[0]);
        Assert.Same(read, read.More[0]);
    }

    [Fact]
    public void No_depth_exhausts_the_stack()
    {
        var first = new Node(0);
        for (var (last, id) = (first, 1); id < 100_000; id++)
        {
            var next = new Node(id);
            if (id % 3 == 0)
                last.Next = next;
            else if (id % 3 == 1)
                last.Others.Add(next);
            else
                last.More = [next];
            last = next;
        }

        var (read, count) = (Stored.Of(first).Read<Node>(), 1);
        while ((read = read!.Next ?? read.Others.FirstOrDefault() ?? (read.More.IsDefault ? null : read.More[0])) != null)
            Assert.Equal(count++, read.Id);
        Assert.Equal(100_000, count);
    }

    [Fact]
    public void Keys_are_placed_when_their_content_is_there()
    {
        var node = new Node(1);
        var value = new Dictionary<Key, int> { [new("a", node)] = 1, [new("b", null)] = 2 };
        Assert.Equal(2, Stored.Again(value)[new("b", null)]);
        var deep = new Node(0);
        var last = deep;
        for (var depth = 0; depth < 300; depth++)
            last = last.Next = new(depth);
        Assert.Equal(2, Stored.Of((deep, value)).Read<(Node, Dictionary<Key, int>)>().Item2[new("b", null)]);
    }

    [Fact]
    public void Derived_types_that_are_listed_come_back_by_their_discriminator()
    {
        var shapes = Stored.Again(new List<Shape> { new Circle { Radius = 1, Name = "c" }, new Square { Side = 2 } });
        Assert.Equal((1.0, "c", 2.0), (((Circle)shapes[0]).Radius, shapes[0].Name, ((Square)shapes[1]).Side));
        Assert.Equal([typeof(Dog), typeof(Animal)], Stored.Again(new Animal[] { new Dog(), new() }).Select(each => each.GetType()));
        Assert.DoesNotContain(Convert.ToHexStringLower("Circle"u8), Stored.Of(shapes).Hex, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_hold_single_values_and_collections_of_such()
    {
        var bag = new Dictionary<string, object?>
        {
            ["a"] = 1,
            ["b"] = "x",
            ["c"] = 1.5m,
            ["d"] = null,
            ["e"] = new List<object?> { 1L, new object?[] { true } },
            ["f"] = new byte[] { 1 },
            ["g"] = DateTime.UnixEpoch,
        };
        var read = Stored.Again(bag);
        Assert.Equal(typeof(decimal), read["c"]!.GetType());
        Assert.Equal(true, ((object?[])((List<object?>)read["e"]!)[1]!)[0]);
    }

    [Fact]
    public void Types_the_program_calls_immutable_come_back_by_their_fields() =>
        Assert.Equal([1, 2], Stored.Of(new Marked([1, 2])).Read<Marked>().Values);

    [Fact]
    public void Anonymous_types_and_tuples() =>
        Stored.Again(new { Name = "a", Items = new List<int> { 1 }, Pair = (1, new[] { 2 }), Old = Tuple.Create(new[] { 3 }), Maybe = ((int, string)?)(1, "a") });
}
