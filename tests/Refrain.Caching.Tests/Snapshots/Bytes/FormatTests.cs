using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using Refrain.Caching.Tests.Fingerprints;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

/// <summary>The format as it is on disk: files written once, which every later version of this format reads and writes alike.</summary>
public class FormatTests
{
    public sealed record Sale(string City, decimal Amount, DateTime At, int? Units);

    public sealed class Node
    {
        public string? Name { get; set; }

        public Node? Next { get; set; }

        public object? Any { get; set; }
    }

    public static TheoryData<string> Golden => new("sales", "graph", "numbers");

    [Theory]
    [MemberData(nameof(Golden))]
    public void Bytes_of_this_format_stay_as_they_are(string name)
    {
        var expected = File.ReadAllText(RepositoryRoot.PathTo($"tests/Refrain.Caching.Tests/Snapshots/Bytes/Golden/{name}.hex")).ReplaceLineEndings("");
        Assert.Equal(expected, Write(name));
        Assert.Equal(expected, WriteAgain(name, Convert.FromHexString(expected)));
    }

    [Theory]
    [MemberData(nameof(Golden))]
    public void The_platform_reads_every_item_in_its_strictest_mode(string name)
    {
        var reader = new System.Formats.Cbor.CborReader(Convert.FromHexString(Write(name)), System.Formats.Cbor.CborConformanceMode.Strict, allowMultipleRootLevelValues: true);
        Assert.Equal(ValueBytes.FormatVersion, reader.ReadInt32());
        Assert.Equal(Schema.Bytes, reader.ReadByteString().Length);
        while (reader.BytesRemaining > 0)
            reader.SkipValue();
    }

    [Fact]
    public void Another_version_of_the_format_is_a_miss()
    {
        var stored = Stored.Of(1);
        stored.Envelope[0]++;
        Assert.Equal(
            "The stored value is of format 2, and this version of the library reads 1.", Assert.Throws<DamagedBytesException>(() => stored.Read<int>()).Message);
    }

    [Fact]
    public void Another_type_is_a_miss()
    {
        Assert.Equal(
            "The type of the stored value is not FormatTests.Node as it stands now.",
            Assert.Throws<DamagedBytesException>(() => Stored.Of(new Sale("", 0, default, null)).Read<Node>()).Message);
        Assert.Throws<DamagedBytesException>(() => Stored.Of(1).Read<uint>());
    }

    [Fact]
    public void A_type_of_which_one_field_changed_is_another_type()
    {
        using var before = CompiledCode.Load("public class Sale { public int Amount; public Part[] Parts; } public class Part { public int Id; }");
        using var after = CompiledCode.Load("public class Sale { public int Amount; public Part[] Parts; } public class Part { public long Id; }");
        using var alike = CompiledCode.Load("public class Sale { public int Amount; public Part[] Parts; } // nothing else\npublic class Part { public int Id; }");
        var schema = Schema.Of(before.Assembly.GetType("Sale")!);
        Assert.NotEqual(schema, Schema.Of(after.Assembly.GetType("Sale")!));
        Assert.Equal(schema, Schema.Of(alike.Assembly.GetType("Sale")!));
    }

    [Fact]
    public void Several_values_follow_one_another()
    {
        using var envelope = new MemoryStream();
        var segments = new SegmentList();
        ValueBytes.Write(new int[10_000], envelope, segments, Stored.Load);
        ValueBytes.Write("text", envelope, segments, Stored.Load);
        ValueBytes.Write(new long[10_000], envelope, segments, Stored.Load);
        envelope.Position = 0;
        var source = new MemorySegments(segments);
        Assert.Equal(10_000, ValueBytes.Read<int[]>(envelope, source).Length);
        Assert.Equal("text", ValueBytes.Read<string>(envelope, source));
        Assert.Equal(10_000, ValueBytes.Read<long[]>(envelope, source).Length);
    }

    private static string Write(string name) => name switch
    {
        "sales" => Stored.Of(Sales()).Hex,
        "graph" => Stored.Of(Graph()).Hex,
        _ => Stored.Of(Numbers()).Hex,
    };

    private static string WriteAgain(string name, byte[] bytes)
    {
        var stored = new Stored(bytes, new());
        return name switch
        {
            "sales" => Stored.Of(stored.Read<List<Sale>>()).Hex,
            "graph" => Stored.Of(stored.Read<Node>()).Hex,
            _ => Stored.Of(stored.Read<Dictionary<string, double[]>>()).Hex,
        };
    }

    private static List<Sale> Sales() => [new("Graz", 1.50m, DateTime.UnixEpoch, 3), new("Linz ü", -2m, new DateTime(2024, 2, 29), null)];

    private static Node Graph()
    {
        var first = new Node { Name = "first", Any = 1.5 };
        first.Next = new() { Next = first, Any = new List<object?> { "a", null, 7L } };
        for (var (last, depth) = (first.Next, 0); depth < 130; depth++, last = last.Next!)
            last.Next = new() { Name = $"{depth}" };
        return first;
    }

    private static Dictionary<string, double[]> Numbers() => new(StringComparer.OrdinalIgnoreCase) { ["a"] = [0, 1.5, double.NaN], ["b"] = [] };
}
