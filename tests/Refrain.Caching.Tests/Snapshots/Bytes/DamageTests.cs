using System.Diagnostics;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Snapshots.Bytes.Cbor;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

/// <summary>Whatever a store gives back: the value, or one exception, in bounded time and memory.</summary>
public class DamageTests
{
    private const int Tries = 4_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Changed_bytes_are_a_value_or_the_one_exception(int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < Tries; number++)
        {
            var stored = TypedGraph.Store(random.Next(50));
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                stored.Envelope[random.Next(1 + 2 + Schema.Bytes, stored.Envelope.Length)] ^= (byte)(1 << random.Next(8));
            Try(stored);
        }
    }

    [Fact]
    public void Cut_off_bytes_are_the_one_exception()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var stored = TypedGraph.Store(seed);
            for (var length = 0; length < stored.Envelope.Length; length += Math.Max(1, length / 20))
                Assert.Throws<DamagedBytesException>(() => (stored with { Envelope = stored.Envelope[..length] }).Read<TypedGraph>());
        }
    }

    [Fact]
    public void Random_bytes_are_a_value_or_the_one_exception()
    {
        var random = new Random(3);
        var head = TypedGraph.Store(0).Envelope.AsSpan(0, 2 + Schema.Bytes).ToArray();
        for (var number = 0; number < Tries; number++)
        {
            var body = new byte[random.Next(200)];
            random.NextBytes(body);
            if (random.Next(2) == 0 && body.Length > 0)
                body[0] = 0x80 | 9;
            Try(new([.. head, .. body], new()));
        }
    }

    [Fact]
    public void Segments_that_are_not_there_or_have_another_length_are_refused()
    {
        var stored = Stored.Of(new int[10_000]);
        Assert.Throws<DamagedBytesException>(() => (stored with { Segments = new() }).Read<int[]>());
        var odd = new SegmentList();
        odd.Add(new(7, [new byte[7]]));
        Assert.Throws<DamagedBytesException>(() => (stored with { Segments = odd }).Read<int[]>());
    }

    private static void Try(Stored stored)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        try
        {
            using var envelope = new MemoryStream(stored.Envelope);
            ValueBytes.Read<TypedGraph>(envelope, new MemorySegments(stored.Segments));
        }
        catch (DamagedBytesException)
        {
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
