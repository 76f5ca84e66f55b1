using System.Formats.Cbor;
using FsCheck;
using FsCheck.Fluent;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using OurReader = Refrain.Caching.Snapshots.Bytes.Cbor.CborReader;
using OurWriter = Refrain.Caching.Snapshots.Bytes.Cbor.CborWriter;
using PlatformReader = System.Formats.Cbor.CborReader;
using PlatformWriter = System.Formats.Cbor.CborWriter;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

/// <summary>Our reader and writer beside the platform's, and what ours refuses.</summary>
public class CborTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    public static TheoryData<string> Refused => new(
        "1801", "190001", "1a00000001", "1b0000000000000001", "1800",
        "5801ff", "9f01ff", "5f41ff", "7f", "1c", "1f", "62c328", "7b7fffffffffffffff", "5b7fffffffffffffff", "9a00000002",
        "fb3ff8000000000000", "fa3fc00000", "19", "61", "4300", "", "f800", "fe");

    [Fact]
    public void What_we_write_the_platform_reads_in_its_strictest_mode() => Prop.ForAll(Seeds, seed =>
    {
        using var stream = new MemoryStream();
        using (var writer = new OurWriter(stream))
        {
            foreach (var value in Values(seed))
                Write(writer, value);
            writer.Flush();
        }

        var reader = new PlatformReader(stream.ToArray(), CborConformanceMode.Canonical, allowMultipleRootLevelValues: true);
        foreach (var value in Values(seed))
            Assert.Equal(value, Read(reader, value));
        Assert.Equal(0, reader.BytesRemaining);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void What_the_platform_writes_in_its_strictest_mode_we_read() => Prop.ForAll(Seeds, seed =>
    {
        var writer = new PlatformWriter(CborConformanceMode.Ctap2Canonical, allowMultipleRootLevelValues: true);
        var values = Values(seed).Where(value => value is not (double or float or Half)).ToArray();
        foreach (var value in values)
            Write(writer, value);
        using var stream = new MemoryStream(values.Length == 0 ? [] : writer.Encode());
        using var reader = new OurReader(stream);
        foreach (var value in values)
            Assert.Equal(value, Read(reader, value));
        Assert.Equal(0, reader.Remaining);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Everything_but_the_shortest_definite_form_is_refused(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        Action<OurReader>[] reads =
        [
            reader => reader.UInt(), reader => reader.Int(), reader => reader.Bytes(), reader => reader.Text(), reader => reader.Array(), reader => reader.Tag(),
            reader => reader.Bool(), reader => reader.Double(), reader => reader.Single(), reader => reader.Half(),
        ];
        foreach (var read in reads)
        {
            using var stream = new MemoryStream(bytes);
            using var reader = new OurReader(stream);
            Assert.Throws<DamagedBytesException>(() => read(reader));
        }
    }

    [Fact]
    public void A_length_that_the_input_does_not_justify_takes_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var hex in new[] { "5a7fffffff", "7a7fffffff", "9a7fffffff" })
        {
            using var stream = new MemoryStream(Convert.FromHexString(hex));
            using var reader = new OurReader(stream);
            Assert.Throws<DamagedBytesException>(() => hex[0] switch
            {
                '5' => reader.Bytes().Length,
                '7' => reader.Text().Length,
                _ => reader.Array(),
            });
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_reader_leaves_the_stream_after_what_it_took()
    {
        using var stream = new MemoryStream([0x01, 0x02, 0x03]);
        using (var reader = new OurReader(stream))
            Assert.Equal(1ul, reader.UInt());
        Assert.Equal(1, stream.Position);
    }

    private static IEnumerable<object> Values(int seed)
    {
        var random = new Random(seed);
        for (var count = random.Next(1, 30); count > 0; count--)
        {
            yield return random.Next(9) switch
            {
                0 => (ulong)(random.NextInt64() >>> random.Next(63)),
                1 => (random.NextInt64() >>> random.Next(63)) * (random.Next(2) * 2 - 1),
                2 => random.Next(2) == 0,
                3 => new string((char)random.Next(1, 0xD7FF), random.Next(3) == 0 ? random.Next(100_000) : random.Next(300)),
                4 => Bytes(random),
                5 => random.Next(3) switch { 0 => double.NaN, 1 => random.Next(5) / 4.0, _ => random.NextDouble() * 1e300 },
                6 => (float)random.NextDouble(),
                7 => (Half)random.NextDouble(),
                _ => double.NegativeZero,
            };
        }
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(3) == 0 ? random.Next(200_000) : random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void Write(OurWriter writer, object value)
    {
        switch (value)
        {
            case ulong number: writer.UInt(number); break;
            case long number: writer.Int(number); break;
            case bool truth: writer.Bool(truth); break;
            case string text: writer.Text(text); break;
            case byte[] bytes: writer.Bytes(bytes); break;
            case double number: writer.Double(number); break;
            case float number: writer.Single(number); break;
            case Half number: writer.Half(number); break;
        }
    }

    private static void Write(PlatformWriter writer, object value)
    {
        switch (value)
        {
            case ulong number: writer.WriteUInt64(number); break;
            case long number: writer.WriteInt64(number); break;
            case bool truth: writer.WriteBoolean(truth); break;
            case string text: writer.WriteTextString(text); break;
            case byte[] bytes: writer.WriteByteString(bytes); break;
        }
    }

    private static object Read(PlatformReader reader, object expected) => expected switch
    {
        ulong => reader.ReadUInt64(),
        long => reader.ReadInt64(),
        bool => reader.ReadBoolean(),
        string => reader.ReadTextString(),
        byte[] => reader.ReadByteString(),
        double => reader.ReadDouble(),
        float => reader.ReadSingle(),
        _ => reader.ReadHalf(),
    };

    private static object Read(OurReader reader, object expected) => expected switch
    {
        ulong => reader.UInt(),
        long => reader.Int(),
        bool => reader.Bool(),
        string => reader.Text(),
        _ => reader.Bytes(),
    };
}
