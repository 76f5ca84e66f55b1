using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Refrain.Frames.Rows;
using Refrain.Frames.Rows.Views;

namespace Refrain.Frames.Tests.Rows;

public sealed class RowWindowTests
{
    [Fact]
    public void A_window_has_every_type_in_its_wire_form()
    {
        var data = SharingTests.EveryType(20);
        var window = new Window(Write(data, 4, 3, Enumerable.Range(0, 10).ToList()));
        Assert.Equal((4, 3, 20), (window.From, window.Count, window.Total));
        Assert.Equal(["bool", "int32", "int64", "float64", "float64", "decimal", "text", "dateTime", "date", "timeSpan"], window.Types);
        Assert.Equal([1, 0, 1], window.Segment("bool", "values").ToArray());
        Assert.Equal([4, 5, 6], window.Values<int>("int"));
        Assert.Equal([40_000_000_000, 50_000_000_000, 0], window.Values<long>("long"));
        Assert.Equal([0b011], window.Segment("long", "valid").ToArray());
        Assert.Equal([2.0, 2.5, 3.0], window.Values<double>("float"));
        Assert.Equal([4 / 3.0, 0, 2], window.Values<double>("double"));
        Assert.Equal([0b101], window.Segment("double", "valid").ToArray());
        Assert.Equal(["0.04", "0.05", "0.06"], window.Texts("decimal"));
        Assert.Equal(["é4", "é5", "é6"], window.Texts("string"));
        Assert.Equal([(new DateTime(2025, 1, 1, 4, 0, 0) - DateTime.UnixEpoch).TotalMilliseconds], window.Values<double>("DateTime")[..1]);
        Assert.Equal([new DateOnly(2025, 1, 5).DayNumber - new DateOnly(1970, 1, 1).DayNumber], window.Values<int>("DateOnly")[..1]);
        Assert.Equal([240_000, 300_000, 360_000], window.Values<double>("TimeSpan"));
    }

    [Fact]
    public void Validity_is_sent_only_where_the_window_has_nulls()
    {
        var window = new Window(Write(SharingTests.EveryType(20), 4, 2, [2, 6]));
        Assert.False(window.Has("long", "valid"));
        Assert.False(window.Has("string", "valid"));
    }

    [Fact]
    public void Everything_is_aligned_to_eight_bytes()
    {
        var bytes = Write(SharingTests.EveryType(7), 0, 7, Enumerable.Range(0, 10).ToList());
        Assert.Equal("RFRW"u8.ToArray(), bytes[..4]);
        var header = 8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
        Assert.Equal(0, header % 8);
        Assert.All(new Window(bytes).Offsets, offset => Assert.Equal(0, offset % 8));
    }

    [Fact]
    public void A_window_beyond_the_end_is_cut()
    {
        var data = SharingTests.EveryType(20);
        Assert.Equal(2, new Window(Write(data, 18, 100, [1])).Count);
        Assert.Equal((20, 0), (new Window(Write(data, 99, 100, [1])).From, new Window(Write(data, 99, 100, [1])).Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(data, 0, 1001, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(data, -1, 1, [1]));
    }

    [Fact]
    public void A_window_follows_an_order()
    {
        var data = SharingTests.EveryType(20);
        var order = RowView.Find(data, new("", [], 1, true)).Rows;
        Assert.Equal([19, 18], new Window(Write(data, 0, 2, [1], order)).Values<int>("int"));
        var byText = RowView.Find(data, new("", [], 6, false)).Rows;
        Assert.Equal(["é0", "é1", "é10"], new Window(Write(data, 0, 3, [6], byText)).Texts("string"));
        Assert.Equal(4, new Window(Write(data, 16, 4, [6], byText)).Texts("string").Count(text => text.Length == 0));
    }

    [Fact]
    public void A_window_deep_in_many_chunks_is_right()
    {
        var data = new DataFrame(("x", Enumerable.Range(0, 3_000_000).ToArray()));
        Assert.Equal([1_048_575, 1_048_576, 1_048_577], new Window(Write(data, 1_048_575, 3, [0])).Values<int>("x"));
        Assert.Equal([2_999_999], new Window(Write(data, 2_999_999, 3, [0])).Values<int>("x"));
    }

    [Fact]
    public void A_window_is_written_without_memory_for_its_cells()
    {
        var data = SharingTests.EveryType(1_000);
        var (columns, output) = (Enumerable.Range(0, 10).ToList(), new ArrayBufferWriter<byte>(1 << 20));
        RowWindow.Write(output, data, 0, 1_000, columns);
        output.ResetWrittenCount();

        var before = GC.GetAllocatedBytesForCurrentThread();
        RowWindow.Write(output, data, 0, 1_000, columns);

        // The numbers of the rows, where two columns' texts end, and the header: a tenth of what is written.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32_000);
        Assert.InRange(output.WrittenCount, 64_000, 128_000);
    }

    private static byte[] Write(DataFrame data, int from, int count, List<int> columns, int[]? order = null)
    {
        // What a window does not write is zero, whatever the memory held.
        var output = new ArrayBufferWriter<byte>();
        output.GetSpan(1 << 16).Fill(0xFF);
        RowWindow.Write(output, data, from, count, columns, order);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads a window as the browser does.</summary>
    private sealed class Window
    {
        private readonly byte[] _bytes;
        private readonly int _start;
        private readonly JsonElement _header;

        internal Window(byte[] bytes)
        {
            _bytes = bytes;
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
            _start = 8 + length;
            _header = JsonDocument.Parse(Encoding.UTF8.GetString(bytes, 8, length)).RootElement;
        }

        internal int From => _header.GetProperty("from").GetInt32();

        internal int Count => _header.GetProperty("count").GetInt32();

        internal int Total => _header.GetProperty("total").GetInt32();

        internal IEnumerable<string?> Types => _header.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("type").GetString());

        internal IEnumerable<int> Offsets => _header.GetProperty("columns").EnumerateArray()
            .SelectMany(column => column.EnumerateObject())
            .Where(property => property.Value.ValueKind == JsonValueKind.Array)
            .Select(property => property.Value[0].GetInt32());

        internal bool Has(string column, string segment) => Column(column).TryGetProperty(segment, out _);

        internal ReadOnlySpan<byte> Segment(string column, string segment)
        {
            var place = Column(column).GetProperty(segment);
            return _bytes.AsSpan(_start + place[0].GetInt32(), place[1].GetInt32());
        }

        internal T[] Values<T>(string column)
            where T : unmanaged => MemoryMarshal.Cast<byte, T>(Segment(column, "values")).ToArray();

        internal List<string> Texts(string column)
        {
            var offsets = Values<int>(column);
            var text = Segment(column, "text").ToArray();
            return Enumerable.Range(0, Count).Select(i => Encoding.UTF8.GetString(text[offsets[i]..offsets[i + 1]])).ToList();
        }

        private JsonElement Column(string name) => _header.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == name);
    }
}
