using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Tests.Caching;

/// <summary>Frames as a store keeps them.</summary>
[Trait("row", "D10")]
public sealed class FrameBytesTests
{
    private static readonly FunctionName Load = new("Load", "Load", []);

    private sealed record Stored(byte[] Envelope, SegmentList Segments)
    {
        internal static Stored Of<T>(T value)
        {
            using var envelope = new MemoryStream();
            var segments = new SegmentList();
            ValueBytes.Write(value, envelope, segments, Load);
            return new(envelope.ToArray(), segments);
        }

        internal T Read<T>(ISegmentSource? source = null) => ValueBytes.Read<T>(new MemoryStream(Envelope), source ?? new MemorySegments(Segments));
    }

    [Fact]
    public void Columns_of_every_type_come_back_with_their_nulls()
    {
        var frame = Everything();
        var read = Stored.Of(frame).Read<DataFrame>();
        Assert.Equal(Digest(frame), Digest(read));
        Assert.Equal(frame.Columns.Names, read.Columns.Names);
        Assert.Equal(frame.ToString(), read.ToString());
        read["Int"] = new[] { 9, 9, 9 };
        Assert.Equal(1, frame[0, "Int"]);
        Assert.Empty(Stored.Of(new DataFrame()).Read<DataFrame>().Columns);
    }

    [Fact]
    public void A_frame_stands_on_the_memory_of_its_segments()
    {
        const int rows = 1_500_000;
        var frame = new DataFrame(
            ("Number", Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? (double?)null : row).ToArray()), ("Text", Enumerable.Range(0, rows).Select(row => $"{row}").ToArray()));
        var stored = Stored.Of(frame);
        var source = new MemorySegments(stored.Segments);
        var read = stored.Read<DataFrame>(source);
        Assert.Equal(Digest(frame), Digest(read));
        Assert.InRange(stored.Envelope.Length, 0, 2_000);
        var (buffer, bytes) = Assert.Single(read.Buffers());
        Assert.Same(source.Owner, buffer);
        Assert.Equal(stored.Segments.All.Sum(segment => segment.Length), bytes);
        Assert.True(read["Number"].Chunks.First().Blocks.First().Memory.Span == frame["Number"].Chunks.First().Blocks.First().Memory.Span);
    }

    [Fact]
    public void Text_with_codes_comes_back_with_them()
    {
        var frame = new DataFrame(("Few", Enumerable.Range(0, 200_000).Select(row => row % 10 == 3 ? null : $"text {row % 10}").ToArray()));
        var stored = Stored.Of(frame);
        var read = stored.Read<DataFrame>();
        Assert.Equal(Digest(frame), Digest(read));
        Assert.True(((TextChunk)read["Few"].Chunks.Single()).IsCoded);
        Assert.InRange(stored.Segments.All.Sum(segment => segment.Length), 400_000, 430_000);
        Assert.Equal("text 9", read.Take(20)[9, "Few"]);
        var segments = new SegmentList();
        foreach (var segment in stored.Segments.All)
        {
            var bytes = segment.Parts[0].ToArray();
            if (bytes.Length == 400_000)
                bytes[1] = 1;
            segments.Add(new(bytes.Length, [bytes]));
        }

        Assert.Throws<DamagedBytesException>(() => stored.Read<DataFrame>(new MemorySegments(segments)));
    }

    [Fact]
    public void What_frames_share_is_written_once()
    {
        var frame = new DataFrame(("A", Enumerable.Range(0, 100_000).ToArray()));
        var copy = frame.Copy();
        copy["B"] = frame["A"].Named("B");
        Assert.Single(Stored.Of((frame, copy)).Segments.All);
        var (first, second) = Stored.Of((frame, copy)).Read<(DataFrame, DataFrame)>();
        Assert.Equal(Digest(copy), Digest(second));
        first.Columns.Remove("A");
        Assert.Equal(2, second.Columns.Count);
    }

    [Fact]
    public void Single_columns_come_back_as_what_they_were_declared()
    {
        var frame = Everything();
        Assert.Equal(1, Stored.Of(frame.Column<int>("Int")).Read<Column<int>>()[0]);
        Assert.Null(Stored.Of(frame.Column<double?>("Double")).Read<Column<double?>>()[1]);
        Assert.Equal("Text", Stored.Of(frame["Text"]).Read<Column>().Name);
        Assert.Throws<DamagedBytesException>(() => Stored.Of(frame["Text"]).Read<Column<string?>>());
    }

    [Fact]
    public void An_order_can_still_be_refined()
    {
        var frame = new DataFrame(("A", new[] { 2, 1, 1 }), ("B", new[] { 1, 3, 2 })).OrderBy("A");
        Assert.Equal([2, 3, 1], Stored.Of(frame).Read<DataFrame>().ThenBy("B").Column<int>("B"));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damaged_buffers_never_make_a_frame(int segment, int at, byte value)
    {
        var stored = Stored.Of(Wide());
        Assert.Equal(6, stored.Segments.All.Count);
        var segments = new SegmentList();
        foreach (var each in stored.Segments.All)
        {
            var bytes = each.Parts[0].ToArray();
            if (segments.All.Count == segment)
                bytes[at] = value;
            segments.Add(new(bytes.Length, [bytes]));
        }

        Assert.Throws<DamagedBytesException>(() => stored.Read<DataFrame>(new MemorySegments(segments)));
    }

    /// <summary>Segment, place and value: a null's cell, a truth value, a date, offsets down and beyond, bytes that are not UTF-8 or inside a character.</summary>
    public static TheoryData<int, int, byte> Damages => new() { { 1, 8, 1 }, { 2, 0, 2 }, { 3, 7, 0x3F }, { 4, 0, 1 }, { 4, 7, 0x7F }, { 4, 4, 1 }, { 5, 0, 0xFF } };

    [Fact]
    public void Changed_envelopes_are_a_frame_or_the_one_exception()
    {
        var random = new Random(1);
        var whole = Stored.Of(Everything());
        for (var tries = 0; tries < 3_000; tries++)
        {
            var stored = whole with { Envelope = [.. whole.Envelope] };
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                stored.Envelope[random.Next(18, stored.Envelope.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                Assert.NotEmpty(stored.Read<DataFrame>().ToString());
            }
            catch (DamagedBytesException)
            {
            }
        }
    }

    private static DataFrame Everything() => new(
        ("Bool", new bool?[] { true, null, false }), ("Int", new[] { 1, 2, 3 }), ("Long", new long?[] { null, 2, 3 }), ("Float", new[] { 1f, float.NaN, 3 }),
        ("Double", new double?[] { 1.5, null, 3 }), ("Decimal", new decimal?[] { 1.50m, null, 2 }), ("Date", new DateTime?[] { DateTime.UnixEpoch, null, DateTime.MaxValue }),
        ("Day", new[] { DateOnly.MinValue, DateOnly.MaxValue, default }), ("Span", new TimeSpan?[] { TimeSpan.MinValue, null, TimeSpan.Zero }), ("Text", new string?[] { "ü🎈", null, "" }));

    private static DataFrame Wide()
    {
        const int rows = 140_000;
        return new(
            ("Number", Enumerable.Range(0, rows).Select(row => row == 1 ? (double?)null : row).ToArray()), ("Truth", new bool[rows]), ("Date", new DateTime[rows]),
            ("Text", Enumerable.Range(0, rows).Select(row => $"ü{row}").ToArray()));
    }

    private static KeyDigest Digest(DataFrame frame) => FrameIdentity.Digest(frame.AllColumns(), stable: true);
}
