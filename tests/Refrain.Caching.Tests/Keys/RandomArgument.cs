using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Refrain.Caching.Tests.Keys;

/// <summary>Builds an argument of any kind that can be keyed from a seed: the same seed gives an equal one, of which one leaf can be changed.</summary>
internal sealed class RandomArgument(int seed, int changedLeaf)
{
    private readonly Random _random = new(seed);
    private int _leaves;

    public sealed record Exact(int Number, string? Text, DateTimeOffset At, Guid? Id);

    public sealed record Open(object? Left, object? Right);

    public sealed class Holder
    {
        public object? Any { get; set; }

        public Holder? Other { get; set; }
    }

    internal static object? Build(int seed, int changedLeaf = -1) => new RandomArgument(seed, changedLeaf).Value(0);

    internal static int CountLeaves(int seed)
    {
        var argument = new RandomArgument(seed, -1);
        argument.Value(0);
        return argument._leaves;
    }

    private object? Value(int depth)
    {
        if (depth > 3)
            return Scalar();
        return _random.Next(24) switch
        {
            0 => Items(depth).ToHashSet(),
            1 => new Queue<object?>(Items(depth)),
            2 => Items(depth).ToImmutableArray(),
            3 => Items(depth).ToImmutableHashSet(),
            4 => new OrderedDictionary<string, object?>(Pairs(depth)),
            5 => Pairs(depth).ToFrozenDictionary(),
            6 => new Hashtable(Pairs(depth).ToDictionary()),
            7 => new ArrayList(Items(depth)),
            8 => (ReadOnlyMemory<int>)new[] { Int(), Int() },
            9 => new Memory<object?>(Items(depth)),
            10 => new int[,,] { { { Int() }, { Int() } }, { { Int() }, { Int() } } },
            11 => Bounded(),
            12 => new Open(Value(depth + 1), Value(depth + 1)),
            13 => Cycle(depth),
            14 => (Int(), (object?)Value(depth + 1), Nullable()),
            15 => Tuple.Create(Int(), Value(depth + 1)),
            16 => new ArraySegment<int>([Int(), 7, Int()], 0, 3),
            17 => Json(depth),
            18 => JsonDocument.Parse(Json(depth).ToJsonString()).RootElement,
            19 => Table(),
            20 => new MemoryStream([(byte)Int(), (byte)Int()]) { Position = Changes() ? 1 : 0 },
            21 => new SortedSet<string>([Text(), Text()], StringComparer.Ordinal),
            22 => new XElement("a", new XAttribute("b", Text()), Text()),
            _ => Scalar(),
        };
    }

    private object? Scalar() => _random.Next(26) switch
    {
        0 => (byte)Int(),
        1 => (short)Int(),
        2 => Changes() ? 'a' : 'b',
        3 => Int() + (long)int.MaxValue,
        4 => new decimal(Int(), 0, 0, Changes(), 3),
        5 => new decimal(7, 0, 0, false, Changes() ? (byte)2 : (byte)1),
        6 => BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000 + _random.Next(100) + (Changes() ? 1000 : 0)),
        7 => Changes() ? -0.0f : 0.0f,
        8 => (Half)Int(),
        9 => (Int128)Int() << 70,
        10 => new Guid(Int(), 1, 2, 3, 4, 5, 6, 7, 8, 9, (byte)Int()),
        11 => new Uri($"http://a/{Int()}"),
        12 => new Version(1, 1000 + Int()),
        13 => new BigInteger(Int()) << 100,
        14 => new DateTime(2024, 1, 1, 0, 0, 0, Changes() ? DateTimeKind.Utc : DateTimeKind.Local),
        15 => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(Changes() ? 1 : 2)),
        16 => TimeOnly.MinValue.Add(TimeSpan.FromTicks(1000 + Int())),
        17 => DateOnly.MinValue.AddDays(1000 + Int()),
        18 => TimeSpan.FromTicks(Int()),
        19 => Changes() ? typeof(List<int>) : typeof(List<string>),
        20 => new Regex("a+" + Int(), Changes() ? RegexOptions.IgnoreCase : RegexOptions.None),
        21 => new Exact(Int(), Changes() ? null : "", new DateTimeOffset(Int() + 10_000, TimeSpan.Zero), Changes() ? null : Guid.Empty),
        22 => new StringBuilder(Text()),
        23 => new BitArray([Changes(), Changes(), true]),
        24 => Changes() ? null : new object(),
        _ => Text(),
    };

    private Array Bounded()
    {
        var array = Array.CreateInstance(typeof(int), [2], [Changes() ? 1 : 3]);
        array.SetValue(Int(), array.GetLowerBound(0));
        return array;
    }

    private Holder Cycle(int depth)
    {
        var holder = new Holder { Any = Value(depth + 1) };
        holder.Other = new Holder { Any = Int(), Other = Changes() ? null : holder };
        return holder;
    }

    private JsonObject Json(int depth) => new()
    {
        ["n"] = Int(),
        ["t"] = Text(),
        ["a"] = new JsonArray(Changes() ? null : true, depth < 3 ? Json(depth + 1) : Int() / 4.0),
    };

    private DataTable Table()
    {
        var table = new DataTable("t") { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add(Changes() ? "b" : "a", typeof(int));
        table.Rows.Add(Int());
        if (!Changes())
            table.AcceptChanges();
        return table;
    }

    private object?[] Items(int depth) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1))];

    private List<KeyValuePair<string, object?>> Pairs(int depth) =>
        [.. Items(depth).Select((value, index) => KeyValuePair.Create($"{index}{(Changes() ? "'" : "")}", value))];

    private int? Nullable() => Changes() ? null : 0;

    private int Int() => _random.Next(-300, 300) + (Changes() ? 613 : 0);

    private string Text() => $"{_random.Next()}{(Changes() ? "!" : "")}";

    private bool Changes() => _leaves++ == changedLeaf;
}
