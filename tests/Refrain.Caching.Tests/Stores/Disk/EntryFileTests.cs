using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Refrain.Caching.Keys;
using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Caching.Tests.Stores.Disk;

public sealed class EntryFileTests : IDisposable
{
    private readonly DiskWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(1000)]
    [InlineData(EntryMemory.MapFrom)]
    [InlineData(3_000_001)]
    public void Every_segment_begins_at_a_multiple_of_64(int length)
    {
        var function = _world.Open();
        function.Write(1, _world.Content("odd", null, StorageReading.Noise(1, length), StorageReading.Noise(2, 77), StorageReading.Noise(3, 1)));

        var segments = function.TryRead(DiskWorld.Key(1))!.Segments;

        Assert.All(Enumerable.Range(0, 3), segment => Assert.Equal(0, segments.Slice(segment, 0, 1).Address() % 64));
        Assert.Equal(3, segments.Slice(0, 64 * 3, 64).Address() / 64 - segments.Slice(0, 0, 64).Address() / 64);
        Assert.Equal(StorageReading.Noise(1, length)[65..131], segments.Slice(0, 65, 66).ToArray());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(200_000)]
    public void A_part_that_a_segment_does_not_have_is_refused(int length)
    {
        var function = _world.Open();
        function.Write(1, _world.Content("", null, StorageReading.Noise(1, length)));
        var segments = function.TryRead(DiskWorld.Key(1))!.Segments;
        Assert.Equal(0, segments.Slice(0, length, 0).Length);
        foreach (var (segment, offset, count) in new[] { (1, 0L, 0), (-1, 0L, 0), (0, -1L, 1), (0, 1L, length), (0, 0L, length + 1), (0, 0L, -1), (0, long.MaxValue, 1) })
            Assert.Throws<ArgumentOutOfRangeException>(() => segments.Slice(segment, offset, count));
    }

    [Fact]
    public void A_segment_in_parts_is_one_segment()
    {
        var bytes = StorageReading.Noise(1, 2_500_000);
        var function = _world.Open();
        function.Write(1, _world.Content("") with
        {
            WriteEnvelope = _ => [new(bytes.Length, [bytes.AsMemory(0, 3), default, bytes.AsMemory(3, 1_999_997), bytes.AsMemory(2_000_000)])],
        });
        Assert.Equal(bytes, function.TryRead(DiskWorld.Key(1))!.Segment(0));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(500_000)]
    public void What_was_read_stays_after_its_file_was_removed_and_the_store_closed(int length)
    {
        var bytes = StorageReading.Noise(1, length);
        var storage = _world.OpenStorage();
        var function = storage.Open("Load", "code 1", DiskWorld.NoLimits);
        function.Write(1, _world.Content("first", null, bytes));
        var entry = function.TryRead(DiskWorld.Key(1))!;
        var part = entry.Segments.Slice(0, 0, length);

        function.Write(1, _world.Content("second"));
        function.RemoveAll();
        storage.Dispose();
        Collect();

        Assert.Equal("first", entry.Text());
        Assert.Equal(bytes, part.ToArray());
    }

    [Fact]
    public void A_mapping_goes_with_the_last_reference_to_a_part()
    {
        _world.Open().Write(1, _world.Content("", null, StorageReading.Noise(1, 500_000)));
        var part = new ReadOnlyMemory<byte>[1];
        var owner = ReadPart(part);
        Collect();
        Assert.True(owner.IsAlive);
        Check(part);
        part[0] = default;
        Collect();
        Assert.False(owner.IsAlive);
    }

    [Fact]
    public void An_envelope_may_be_empty_and_may_be_large()
    {
        var function = _world.Open();
        var large = new string('x', 5_000_000);
        function.Write(1, _world.Content(""));
        function.Write(2, _world.Content("", null, Array.Empty<byte>()));
        function.Write(3, _world.Content(large));
        Assert.Equal(("", "", large), (function.Read(1), function.Read(2), function.Read(3)));
        Assert.Equal(1, function.TryRead(DiskWorld.Key(2))!.Segments.Count);
    }

    [Fact]
    public void Names_and_arguments_may_hold_any_text()
    {
        var function = _world.OpenStorage().Open("../Läd|../../x\0", "код", DiskWorld.NoLimits);
        function.Write(1, _world.Content("a") with { Arguments = "\"日本\"" });
        Assert.Equal("\"日本\"", function.TryRead(DiskWorld.Key(1))!.Arguments);
        Assert.StartsWith(_world.Root, Assert.Single(_world.Files), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, -900, 10)]
    [InlineData(-64, 64, 64)]
    [InlineData(long.MaxValue, -long.MaxValue, 64)]
    public void A_header_whose_sum_holds_but_whose_segments_lie_elsewhere_is_damaged(long first, long second, long third)
    {
        var function = _world.Open();
        function.Write(1, _world.Content("a"));
        var file = Assert.Single(_world.Files);
        var header = new EntryHeader
        {
            Function = "Load",
            Fingerprint = "code 1",
            Key = DiskWorld.Key(1),
            Stored = _world.Time.GetUtcNow(),
            Expires = null,
            Arguments = "",
            Segments = [new(first, default), new(second, default), new(third, default)],
        };
        var bytes = new byte[header.SegmentsAt()[^1]];
        header.ToBytes().CopyTo(bytes, 0);
        header.TableToBytes().CopyTo(bytes, header.TableAt);
        File.WriteAllBytes(file, bytes);
        Assert.Null(function.Read(1));
        Assert.Contains("its header does not hold", Assert.Single(_world.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_format_is_the_one_of_version_1()
    {
        var key = new KeyDigest(1, 2, 3, 4);
        _world.Open().Write(new(key, "0.0.0.0"), _world.Content("envelope", TimeSpan.FromHours(1), [1, 2, 3], StorageReading.Noise(1, 70_000)));
        var bytes = File.ReadAllBytes(Assert.Single(_world.Files));

        Assert.Equal("RFRNFILE", Encoding.ASCII.GetString(bytes[..8]));
        Assert.Equal(EntryHeader.Version, BitConverter.ToInt32(bytes, 8));
        Assert.Equal("envelope", Encoding.ASCII.GetString(bytes[192..200]));
        Assert.Equal([1, 2, 3], bytes[384..387]);
        Assert.Equal(StorageReading.Noise(1, 70_000), bytes[448..]);
        Assert.Equal("3f392c617ad45cb2c12885190c2f71e7", Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]);
    }

    [Fact]
    public void The_checksum_is_the_one_of_version_1()
    {
        var sums = new[] { 0, 1000, 2_500_000 }.Select(length => Sum(StorageReading.Noise(1, length)).ToString()[..12]);
        Assert.Equal("395f8ad5182c 7018fd14dfcd 2c25170cdcb9", string.Join(' ', sums));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(5000)]
    [InlineData(Checksum.PieceBytes)]
    [InlineData(Checksum.PieceBytes + 1)]
    [InlineData(3 * Checksum.PieceBytes)]
    public void The_checksum_is_the_same_in_one_go_and_bit_by_bit(int length)
    {
        var bytes = StorageReading.Noise(length, length);
        var sum = new Checksum();
        for (var (at, size) = (0, 1); at < length; at += size, size = 1 + ((size * 7) % 100_003))
            sum.Append(bytes.AsSpan(at, Math.Min(size, length - at)));
        Assert.Equal(Sum(bytes), sum.Finish());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference ReadPart(ReadOnlyMemory<byte>[] part)
    {
        var segments = _world.Open().TryRead(DiskWorld.Key(1))!.Segments;
        part[0] = segments.Slice(0, 0, 1000);
        return new WeakReference(segments.Owner);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Check(ReadOnlyMemory<byte>[] part) => Assert.Equal(StorageReading.Noise(1, 500_000)[..1000], part[0].ToArray());

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static unsafe KeyDigest Sum(byte[] bytes)
    {
        fixed (byte* start = bytes)
            return Checksum.Of(start, bytes.Length);
    }
}
