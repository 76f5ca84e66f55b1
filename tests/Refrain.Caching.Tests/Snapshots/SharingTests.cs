using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Refrain.Caching.Snapshots;

namespace Refrain.Caching.Tests.Snapshots;

[Trait("row", "B3")]
public class SharingTests
{
    public record Address(string City);

    public sealed record Person(string Name, Address Address);

    public sealed record Image(ReadOnlyMemory<byte> Pixels, int Width);

    public sealed record Report(string Title, IReadOnlyList<string> Lines);

    public record Settable(string Name)
    {
        public string? Note { get; set; }
    }

    public sealed record Moved(string City, List<int> Route) : Address(City);

    [Immutable]
    public sealed class Model
    {
        private int _uses;

        public int Use() => ++_uses;
    }

    public readonly struct Pair<T>(T left, T right)
    {
        public T Left => left;

        public T Right => right;
    }

    public static TheoryData<Type, int> ByType => new()
    {
        { typeof(int), (int)Sharing.Always },
        { typeof(string), (int)Sharing.Always },
        { typeof(decimal?), (int)Sharing.Always },
        { typeof((int, string)), (int)Sharing.Always },
        { typeof(Address), (int)Sharing.Always },
        { typeof(Person), (int)Sharing.IfPartsAre },
        { typeof(Report), (int)Sharing.IfPartsAre },
        { typeof(Image), (int)Sharing.OnceCopied },
        { typeof(JsonElement), (int)Sharing.OnceCopied },
        { typeof(ReadOnlyMemory<byte>), (int)Sharing.OnceCopied },
        { typeof(Settable), (int)Sharing.Never },
        { typeof(List<int>), (int)Sharing.Never },
        { typeof(int[]), (int)Sharing.Never },
        { typeof(Pair<int>), (int)Sharing.Always },
        { typeof(Pair<int[]>), (int)Sharing.Never },
        { typeof(ImmutableArray<string>), (int)Sharing.Always },
        { typeof(ImmutableList<List<int>>), (int)Sharing.Never },
        { typeof(FrozenDictionary<string, Address>), (int)Sharing.IfPartsAre },
        { typeof(Model), (int)Sharing.Always },
        { typeof(Uri), (int)Sharing.Always },
    };

    [Theory]
    [MemberData(nameof(ByType))]
    public void A_type_says_how_its_values_are_handed_out(Type type, int expected) => Assert.Equal((Sharing)expected, SharingRules.Of(type));

    [Fact]
    public void What_holds_others_is_shared_if_they_are()
    {
        var person = new Person("Ada", new Address("Oslo"));
        Assert.Same(person, Graph.Freeze(person).HandOut());
        var moving = new Person("Ada", new Moved("Oslo", [1]));
        var copy = Graph.Freeze(moving).HandOut();
        Assert.NotSame(moving, copy);
        Assert.IsType<Moved>(copy.Address);
        Graph.AssertSharesNothing(moving, copy);
        var report = new Report("Sales", ["a", "b"]);
        Assert.NotSame(report.Lines, Graph.Freeze(report).HandOut().Lines);
        var frozen = new Report("Sales", ImmutableArray.Create("a", "b"));
        Assert.Same(frozen, Graph.Freeze(frozen).HandOut());
    }

    [Fact]
    public void A_holder_deep_inside_a_shared_part_is_copied_too()
    {
        var moved = new Moved("Oslo", [1]);
        var value = new List<object> { moved, ImmutableArray.Create<object>(new Person("Ada", moved)) };
        var copy = Graph.Freeze(value).HandOut();
        Graph.AssertSharesNothing(value, copy);
        Assert.Same(copy[0], ((Person)((ImmutableArray<object>)copy[1])[0]).Address);
    }

    [Fact]
    [Trait("row", "B4")]
    public void Read_only_memory_is_copied_once_and_shared_from_then_on()
    {
        byte[] pixels = [1, 2, 3];
        var frozen = Graph.Freeze(new Image(pixels, 3));
        pixels[0] = 9;
        var (first, second) = (frozen.HandOut(), frozen.HandOut());
        Assert.Equal([1, 2, 3], first.Pixels.ToArray());
        Assert.Same(first, second);
    }

    [Fact]
    [Trait("row", "B4")]
    public void Json_elements_outlive_their_document()
    {
        Frozen<JsonElement> frozen;
        using (var document = JsonDocument.Parse("""{"a":[1]}"""))
            frozen = Graph.Freeze(document.RootElement);
        Assert.Equal(1, frozen.HandOut().GetProperty("a")[0].GetInt32());
    }

    [Fact]
    public void A_type_marked_immutable_is_shared()
    {
        var model = new Model();
        Assert.Same(model, Graph.Freeze(model).HandOut());
        Assert.Same(model, Graph.Freeze(new List<Model> { model }).HandOut()[0]);
    }

    [Fact]
    [Trait("row", "B5")]
    public void Nothing_is_a_value_too()
    {
        Assert.Null(Graph.Freeze<List<int>?>(null).HandOut());
        Assert.Null(Graph.Freeze<int?>(null).HandOut());
        Assert.Empty(Graph.Freeze(new List<int>()).HandOut());
        Assert.Equal("", Graph.Freeze("").HandOut());
    }
}
