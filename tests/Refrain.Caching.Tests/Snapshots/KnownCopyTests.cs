using System.Collections;
using System.Collections.ObjectModel;
using System.Data;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Refrain.Caching.Tests.Keys;

namespace Refrain.Caching.Tests.Snapshots;

[Trait("row", "B4")]
public class KnownCopyTests
{
    public sealed class Basket : List<int>
    {
        public string Owner { get; set; } = "";
    }

    public sealed class Index : Dictionary<string, List<int>>;

    public sealed class Keyed : Dictionary<int[], int>;

    public sealed class Copyable(List<int> items) : ICopyable<Copyable>
    {
        public int Copies { get; private init; }

        public List<int> Items => items;

        public Copyable Copy() => new([.. items]) { Copies = Copies + 1 };
    }

    public class Bitmap(int[] pixels) : IDisposable
    {
        public int[] Pixels => pixels;

        public void Dispose() => GC.SuppressFinalize(this);
    }

    [Fact]
    public void Texts_and_bits()
    {
        var text = new StringBuilder("ab");
        var frozen = Graph.Freeze(text);
        text.Append('c');
        frozen.HandOut().Append('d');
        Assert.Equal("ab", frozen.HandOut().ToString());

        var bits = Graph.Freeze(new BitArray([true, false]));
        bits.HandOut().Not();
        Assert.Equal([true, false], bits.HandOut().Cast<bool>());
    }

    [Fact]
    public void Memory_streams_keep_their_position()
    {
        var frozen = Graph.Freeze(new MemoryStream([1, 2, 3], writable: false) { Position = 1 });
        using var first = frozen.HandOut();
        Assert.Equal((1, false), (first.Position, first.CanWrite));
        Assert.Equal(2, first.ReadByte());
        using var second = frozen.HandOut();
        Assert.Equal(1, second.Position);
    }

    [Fact]
    public void Json_and_xml()
    {
        var json = new JsonObject { ["a"] = new JsonArray(1, "x") };
        var frozen = Graph.Freeze<JsonNode>(json);
        json["b"] = 2;
        frozen.HandOut()["a"]![0] = 9;
        Assert.Equal("""{"a":[1,"x"]}""", frozen.HandOut().ToJsonString());

        var xml = Graph.Freeze(XDocument.Parse("<a><b/></a>"));
        xml.HandOut().Root!.RemoveAll();
        Assert.Equal("<a><b /></a>", xml.HandOut().ToString(SaveOptions.DisableFormatting));
    }

    [Fact]
    public void Data_tables()
    {
        var table = new DataTable("sales") { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("Id", typeof(int));
        table.Rows.Add(1);
        var frozen = Graph.Freeze(table);
        table.Rows[0]["Id"] = 2;
        frozen.HandOut().Rows.Clear();
        Assert.Equal(1, frozen.HandOut().Rows[0]["Id"]);
    }

    [Fact]
    public void Observable_collections_leave_their_observers_behind()
    {
        var changes = 0;
        var items = new ObservableCollection<List<int>> { new() { 1 } };
        items.CollectionChanged += (_, _) => changes++;
        var copy = Graph.Freeze(items).HandOut();
        copy.Add([2]);
        copy[0].Add(3);
        Assert.Equal(0, changes);
        Assert.Equal([1], items[0]);
    }

    [Fact]
    public void A_users_own_collections_keep_type_and_fields()
    {
        var basket = Graph.Freeze(new Basket { 1, 2 }).HandOut();
        Assert.Equal([1, 2], basket);
        basket.Add(3);
        var index = Graph.Freeze(new Index { ["a"] = [1] }).HandOut();
        Assert.Equal([1], index["a"]);
        index.Add("b", []);
        var error = Assert.Throws<UncopyableValueException>(() => Graph.Freeze(new Keyed { [[1]] = 1 }));
        Assert.Equal(
            "RFN0121: What 'Load' returned cannot be copied for each caller: 'result' is a KnownCopyTests.Keyed, a collection of another's making "
            + "whose keys can change. Use [CacheResource] to give every caller the same object, or say how to copy it: "
            + "CacheCopies.Register<KnownCopyTests.Keyed>(x => ...).", error.Message);
    }

    [Fact]
    public void Keys_that_can_change_find_their_place_in_the_copy()
    {
        var list = new List<int> { 1 };
        var value = new Dictionary<List<int>, List<List<int>>> { [list] = [list] };
        var copy = Graph.Freeze(value).HandOut();
        var key = copy.Keys.Single();
        Assert.NotSame(list, key);
        Assert.Same(key, copy[key][0]);
    }

    [Fact]
    [Trait("row", "D6")]
    public void A_type_can_copy_itself()
    {
        var frozen = Graph.Freeze(new List<Copyable> { new([1]) });
        frozen.HandOut()[0].Items.Add(2);
        var copy = frozen.HandOut()[0];
        Assert.Equal([1], copy.Items);
        Assert.Equal(2, copy.Copies);
    }

    [Fact]
    [Trait("row", "D6")]
    public void A_program_can_say_how_a_type_is_copied()
    {
        CacheCopies.Register<Bitmap>(bitmap => new Bitmap([.. bitmap.Pixels]));
        var frozen = Graph.Freeze(new Bitmap([1]));
        frozen.HandOut().Pixels[0] = 9;
        Assert.Equal([1], frozen.HandOut().Pixels);
    }

    [Fact]
    public void Groups_of_a_query_are_values()
    {
        var groups = Graph.Freeze(new[] { "a", "b", "ab" }.GroupBy(text => text.Length).ToList()).HandOut();
        Assert.Equal([1, 2], groups.Select(group => group.Key));
        Assert.Equal(["a", "b"], groups[0]);
    }

    [Fact]
    public void Objects_made_of_pairs()
    {
        dynamic value = new System.Dynamic.ExpandoObject();
        value.Items = new List<int> { 1 };
        var copy = Graph.Freeze<System.Dynamic.ExpandoObject>(value).HandOut();
        Assert.Equal(Key.Of<System.Dynamic.ExpandoObject>(value), Key.Of<System.Dynamic.ExpandoObject>(copy));
        ((dynamic)copy).Items.Add(2);
        Assert.Single((List<int>)value.Items);
    }

    [Fact]
    public void Anonymous_types_tuples_and_private_state()
    {
        var value = new { Name = "a", Items = new List<int> { 1 }, Pair = (1, new[] { 2 }), Old = Tuple.Create(new[] { 3 }) };
        var copy = Graph.Freeze(value).HandOut();
        Assert.Equal(Key.Of(value), Key.Of(copy));
        Graph.AssertSharesNothing(value, copy);
    }

    [Fact]
    public void Large_arrays_are_copied_whole()
    {
        var values = Enumerable.Range(0, 6_000_000).Select(number => (double)number).ToArray();
        var frozen = Graph.Freeze(values);
        Assert.Equal(values, frozen.HandOut());
        Assert.NotSame(frozen.HandOut(), frozen.HandOut());
        Assert.InRange(frozen.Size, 48_000_000, 48_000_100);
    }
}
