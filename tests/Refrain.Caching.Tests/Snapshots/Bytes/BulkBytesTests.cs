using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using Refrain.Caching.Snapshots.Bytes.Codecs;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

public class BulkBytesTests
{
    public struct Point
    {
        public double X;
        public double Y;
    }

    /// <summary>Five billion bytes that are there only as far as one looks.</summary>
    private sealed class Pretending : ISegmentSource
    {
        internal List<(long Offset, int Length)> Asked { get; } = [];

        public int Count => 1;

        public object Owner => this;

        public long LengthOf(int segment) => 5_000_000_000;

        public ReadOnlyMemory<byte> Slice(int segment, long offset, int length)
        {
            Asked.Add((offset, length));
            return ReadOnlyMemory<byte>.Empty;
        }
    }

    [Fact]
    public void Small_arrays_of_bits_lie_in_the_envelope_as_typed_arrays()
    {
        var stored = Stored.Of(new[] { 1, 2 });
        Assert.Empty(stored.Segments.All);
        Assert.EndsWith("d84e480100000002000000", stored.Hex, StringComparison.Ordinal);
        Assert.EndsWith("d8404101", Stored.Of(new[] { true }).Hex, StringComparison.Ordinal);
    }

    [Fact]
    public void Large_arrays_of_bits_lie_in_segments_over_their_own_memory()
    {
        var values = Enumerable.Range(0, SegmentList.Threshold / sizeof(double)).Select(number => (double)number).ToArray();
        var stored = Stored.Of(values);
        var part = stored.Segments.All.Single().Parts.Single();
        Assert.True(Unsafe.AreSame(ref values[0], ref MemoryMarshal.Cast<byte, double>(MemoryMarshal.AsMemory(part).Span)[0]));
        using (var pinned = part[8..].Pin())
        {
            unsafe
            {
                Assert.Equal(1.0, *(double*)pinned.Pointer);
            }
        }

        Assert.Equal(values, stored.Read<double[]>());
        Assert.Empty(Stored.Of(values[1..]).Segments.All);
    }

    [Fact]
    public void Whatever_holds_bits_in_bulk_comes_back()
    {
        var points = Enumerable.Range(0, 5000).Select(number => new Point { X = number, Y = -number }).ToArray();
        var grid = new int[100, 200];
        grid[99, 199] = 7;
        Assert.Equal(points, Stored.Again(points));
        Assert.Equal(points, Stored.Again(points.ToList()));
        Assert.Equal(7, Stored.Again(grid)[99, 199]);
        Assert.Single(Stored.Of(points.ToList()).Segments.All);
        Assert.Single(Stored.Of(grid).Segments.All);
        var dates = Enumerable.Range(0, 5000).Select(day => DateTime.UnixEpoch.AddDays(day)).ToArray();
        Assert.Equal(dates, Stored.Again(dates));
        Assert.Equal(new decimal[] { 1.50m, -0.0m }, Stored.Again(new[] { 1.50m, -0.0m }));
        var shifted = Array.CreateInstance(typeof(string), [2, 2], [3, -1]);
        shifted.SetValue("a", 4, 0);
        Assert.Equal("a", ((Array)Stored.Again((string[,])shifted)).GetValue(4, 0));
    }

    [Fact]
    public void More_than_two_gigabytes_go_in_parts()
    {
        var values = new double[300_000_000];
        (values[0], values[134_217_728], values[^1]) = (1, 2, 3);
        var segment = Stored.Of(values).Segments.All.Single();
        Assert.Equal(2_400_000_000, segment.Length);
        Assert.Equal([1 << 30, 1 << 30, 2_400_000_000 - (2L << 30)], segment.Parts.Select(part => (long)part.Length));
        Assert.Equal(1, MemoryMarshal.Read<double>(segment.Parts[0].Span));
        Assert.Equal(2, MemoryMarshal.Read<double>(segment.Parts[1].Span));
        Assert.Equal(3, MemoryMarshal.Read<double>(segment.Parts[2].Span[^8..]));
    }

    [Fact]
    public void More_than_two_gigabytes_are_read_in_parts()
    {
        var source = new Pretending();
        byte target = 0;
        Bulk.Fill(source, 0, ref target, source.LengthOf(0), SegmentList.MostAtOnce);
        Assert.Equal(5, source.Asked.Count);
        Assert.Equal((4L << 30, 5_000_000_000 - (4L << 30)), (source.Asked[4].Offset, (long)source.Asked[4].Length));
        var bytes = new byte[100];
        Random.Shared.NextBytes(bytes);
        var segments = new SegmentList();
        segments.Add(new(100, [bytes.AsMemory(0, 64), bytes.AsMemory(64)]));
        var read = new byte[100];
        Bulk.Fill(new MemorySegments(segments), 0, ref read[0], 100, 32);
        Assert.Equal(bytes, read);
    }

    [Theory]
    [InlineData(typeof(bool))]
    [InlineData(typeof(decimal))]
    [InlineData(typeof(DateTime))]
    [InlineData(typeof(DateOnly))]
    [InlineData(typeof(TimeOnly))]
    public void Bits_that_are_no_value_are_refused(Type item) =>
        typeof(BulkBytesTests).GetMethod(nameof(RefuseOnes), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(item).Invoke(null, null);

    private static void RefuseOnes<T>()
        where T : unmanaged
    {
        var stored = Stored.Of(new T[1]);
        stored.Envelope.AsSpan()[^Unsafe.SizeOf<T>()..].Fill(0xFF);
        Assert.Throws<DamagedBytesException>(() => stored.Read<T[]>());
    }
}
