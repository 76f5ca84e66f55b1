using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Data;
using System.Dynamic;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Refrain.Caching.Tests.Snapshots;

/// <summary>A value of every kind that can be copied, holding a number of items that can change.</summary>
internal static class Kinds
{
    public sealed class Plain
    {
        private readonly List<int> _hidden = [1, 2];

        public int Number { get; set; } = 1;

        public string Text { get; set; } = "a";

        public List<int> Hidden => _hidden;

        public object? Any { get; set; }
    }

    public sealed record Record(List<int> Items, Plain Plain);

    public struct Structure
    {
        public List<int> Items;
        public int Number;
    }

    internal static readonly Dictionary<string, Func<int, object>> Collections = new()
    {
        ["List"] = count => Lists(count).ToList(),
        ["LinkedList"] = count => new LinkedList<List<int>>(Lists(count)),
        ["Queue"] = count => new Queue<List<int>>(Lists(count)),
        ["Stack"] = count => new Stack<List<int>>(Lists(count)),
        ["Collection"] = count => new Collection<List<int>>([.. Lists(count)]),
        ["ObservableCollection"] = count => new ObservableCollection<List<int>>(Lists(count)),
        ["ReadOnlyCollection"] = count => new ReadOnlyCollection<List<int>>(Lists(count)),
        ["ReadOnlyObservableCollection"] = count => new ReadOnlyObservableCollection<List<int>>(new(Lists(count))),
        ["ConcurrentQueue"] = count => new ConcurrentQueue<List<int>>(Lists(count)),
        ["ConcurrentStack"] = count => new ConcurrentStack<List<int>>(Lists(count)),
        ["ConcurrentBag"] = count => new ConcurrentBag<List<int>>(Lists(count)),
        ["ImmutableArray"] = count => Lists(count).ToImmutableArray(),
        ["ImmutableList"] = count => Lists(count).ToImmutableList(),
        ["ImmutableQueue"] = count => ImmutableQueue.CreateRange(Lists(count)),
        ["ImmutableStack"] = count => ImmutableStack.CreateRange(Lists(count)),
        ["ArraySegment"] = count => new ArraySegment<List<int>>(Lists(count)),
        ["HashSet"] = count => Lists(count).ToHashSet(),
        ["SortedSet"] = count => new SortedSet<string>(Texts(count), StringComparer.Ordinal),
        ["FrozenSet"] = count => Lists(count).ToFrozenSet(),
        ["ImmutableHashSet"] = count => Lists(count).ToImmutableHashSet(),
        ["ImmutableSortedSet"] = count => Texts(count).Select(text => new Version(1, text.Length)).ToImmutableSortedSet(),
        ["ReadOnlySet"] = count => new ReadOnlySet<List<int>>(Lists(count).ToHashSet()),
        ["Dictionary"] = count => Pairs(count).ToDictionary(StringComparer.OrdinalIgnoreCase),
        ["SortedDictionary"] = count => new SortedDictionary<string, List<int>>(Pairs(count).ToDictionary(), StringComparer.Ordinal),
        ["SortedList"] = count => new SortedList<string, List<int>>(Pairs(count).ToDictionary(), StringComparer.Ordinal),
        ["ConcurrentDictionary"] = count => new ConcurrentDictionary<string, List<int>>(Pairs(count)),
        ["FrozenDictionary"] = count => Pairs(count).ToFrozenDictionary(),
        ["ImmutableDictionary"] = count => Pairs(count).ToImmutableDictionary(),
        ["ImmutableSortedDictionary"] = count => Pairs(count).ToImmutableSortedDictionary(StringComparer.Ordinal),
        ["ReadOnlyDictionary"] = count => new ReadOnlyDictionary<string, List<int>>(Pairs(count).ToDictionary()),
        ["OrderedDictionary"] = count => new OrderedDictionary<string, List<int>>(Pairs(count)),
        ["ArrayList"] = count => new ArrayList(Lists(count)),
        ["Hashtable"] = count => new Hashtable(Pairs(count).ToDictionary(), StringComparer.OrdinalIgnoreCase),
        ["ExpandoObject"] = Expando,
    };

    internal static readonly Dictionary<string, Func<int, object>> Objects = new()
    {
        ["int[]"] = count => new int[count],
        ["List<int>[]"] = Lists,
        ["int[,]"] = count => new int[2, count],
        ["List<int>[,]"] = count => Square(count),
        ["int[] from 1"] = count => Array.CreateInstance(typeof(int), [count], [1]),
        ["int[][]"] = count => Enumerable.Range(0, count).Select(number => new[] { number }).ToArray(),
        ["plain"] = count => Enumerable.Range(0, count).Select(_ => new Plain()).ToArray(),
        ["nested"] = count => Enumerable.Range(0, count).Select(_ => new Plain { Any = new Plain { Any = new object[] { 1, new Plain() } } }).ToArray(),
        ["record"] = count => Enumerable.Range(0, count).Select(_ => new Record([1], new Plain())).ToList(),
        ["structure"] = count => Enumerable.Range(0, count).Select(number => new Structure { Items = [number], Number = 1 }).ToArray(),
        ["boxed structure"] = count => Enumerable.Range(0, count).Select(number => (object)new Structure { Items = [number], Number = 1 }).ToArray(),
        ["tuple"] = count => Enumerable.Range(0, count).Select(number => (number, new[] { number })).ToList(),
        ["old tuple"] = count => Enumerable.Range(0, count).Select(number => Tuple.Create(number, new[] { number })).ToList(),
        ["anonymous"] = count => Enumerable.Range(0, count).Select(number => new { number, Items = new[] { number } }).ToList(),
        ["PriorityQueue"] = count => new PriorityQueue<List<int>, int>(Lists(count).Select((list, number) => (list, number))),
        ["List in dictionary in list"] = count => Enumerable.Range(0, count).Select(_ => Pairs(1).ToDictionary()).ToList(),
    };

    /// <summary>Types of the platform, with a way to change a copy.</summary>
    internal static readonly Dictionary<string, (Func<int, object> Make, Action<object> Change)> Platforms = new()
    {
        ["StringBuilder"] = (count => new StringBuilder(new string('a', count)), value => ((StringBuilder)value)[0] = 'b'),
        ["BitArray"] = (count => new BitArray(count), value => ((BitArray)value).Not()),
        ["MemoryStream"] = (count => Stream(count), value => ((MemoryStream)value).WriteByte(9)),
        ["CultureInfo"] = (_ => new CultureInfo("de-DE"), value => ((CultureInfo)value).NumberFormat.NumberDecimalSeparator = "'"),
        ["Encoding"] = (_ => Encoding.UTF8.Clone(), value => ((Encoding)value).EncoderFallback = EncoderFallback.ExceptionFallback),
        ["IPAddress"] = (_ => IPAddress.Parse("fe80::1"), value => ((IPAddress)value).ScopeId = 7),
        ["JsonObject"] = (count => new JsonObject(Texts(count).Select(text => KeyValuePair.Create(text, (JsonNode?)1))), value => ((JsonObject)value).Clear()),
        ["parsed JsonObject"] = (Parsed, value => ((JsonObject)value)["0000"]!["a"] = 9),
        ["XDocument"] = (count => new XDocument(Element(count)), value => ((XDocument)value).Root!.RemoveAll()),
        ["XElement"] = (Element, value => ((XElement)value).RemoveAll()),
        ["XAttribute"] = (count => new XAttribute("a", count), value => ((XAttribute)value).Value = "b"),
        ["DataTable"] = (count => Table(count), value => ((DataTable)value).Rows[0]["Id"] = 9),
    };

    internal static IEnumerable<KeyValuePair<string, Func<int, object>>> All =>
        Collections.Concat(Objects).Concat(Platforms.Select(kind => KeyValuePair.Create(kind.Key, kind.Value.Make)));

    private static List<int>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(number => new List<int> { number })];

    private static string[] Texts(int count) => [.. Enumerable.Range(0, count).Select(number => number.ToString("0000", CultureInfo.InvariantCulture))];

    private static IEnumerable<KeyValuePair<string, List<int>>> Pairs(int count) =>
        Texts(count).Select(text => KeyValuePair.Create(text, new List<int> { 1 }));

    private static List<int>[,] Square(int count)
    {
        var square = new List<int>[1, count];
        for (var at = 0; at < count; at++)
            square[0, at] = [at];
        return square;
    }

    /// <remarks>Few members: each one added makes a description of its own of all before it.</remarks>
    private static ExpandoObject Expando(int count)
    {
        var value = new ExpandoObject();
        foreach (var (name, list) in Pairs(Math.Min(count, 5)))
            ((IDictionary<string, object?>)value)[name] = list;
        return value;
    }

    private static MemoryStream Stream(int count)
    {
        var stream = new MemoryStream();
        stream.Write(new byte[count]);
        stream.Position = 0;
        return stream;
    }

    private static JsonNode Parsed(int count) =>
        JsonNode.Parse($"{{{string.Join(',', Texts(count).Select(text => $"\"{text}\":{{\"a\":1}}"))}}}")!;

    private static XElement Element(int count) =>
        new("root", Texts(count).Select(text => new XElement("item", new XAttribute("id", text), text)));

    private static DataTable Table(int count)
    {
        var table = new DataTable("t") { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("Id", typeof(int));
        table.Columns.Add("Name", typeof(string));
        foreach (var text in Texts(count))
            table.Rows.Add(1, text);
        return table;
    }
}
