using FsCheck;
using FsCheck.Fluent;

namespace Refrain.Frames.Tests;

/// <summary>Two shells over the same buffers never see each other's changes, whatever is changed.</summary>
public sealed class SharingTests
{
    private static readonly Action<DataFrame, int>[] Changes =
    [
        (data, n) => { if (data.Columns.Count > 1) data.Columns.Remove(data.Columns.Names[n % data.Columns.Count]); },
        (data, n) => Add(data, Enumerable.Repeat(n, data.RowCount).ToArray()),
        (data, n) => Add(data, Enumerable.Repeat($"text {n}", data.RowCount).ToArray()),
        (data, n) => data.Columns.Rename(data.Columns.Names[n % data.Columns.Count], $"renamed {Guid.NewGuid()}"),
        (data, n) => data[data.Columns.Names[n % data.Columns.Count]] = Enumerable.Repeat((double?)n, data.RowCount).ToArray(),
        (data, n) => data[n % data.RowCount, data.Columns.Names[n % data.Columns.Count]] = null,
        (data, n) => SetCell(data, n % data.RowCount, data.Columns.Names[n % data.Columns.Count], n),
        (data, n) => { foreach (var name in data.Columns.Names.ToList()) SetCell(data, n % data.RowCount, name, n + 1); },
    ];

    [Fact]
    [Trait("row", "B3")]
    public void A_change_of_one_copy_shows_in_no_other()
    {
        var commands = Gen.Choose(0, Changes.Length - 1).SelectMany(change => Gen.Choose(0, 10_000).SelectMany(number => Gen.Choose(0, 3).Select(frame => (change, number, frame))));
        Prop.ForAll(commands.ArrayOf().Resize(25).ToArbitrary(), steps =>
        {
            var first = EveryType(6);
            List<DataFrame> frames = [first, first.Copy(), first.Copy(), first.Copy().Copy()];
            foreach (var (change, number, frame) in steps)
            {
                var before = frames.Select((data, i) => i == frame ? "" : Content(data)).ToList();
                Changes[change](frames[frame], number);
                for (var i = 0; i < frames.Count; i++)
                {
                    if (i != frame)
                        Assert.Equal(before[i], Content(frames[i]));
                }

                if (number % 5 == 0)
                    frames[(frame + 1) % frames.Count] = frames[frame].Copy();
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    [Trait("row", "B3")]
    public void Many_threads_copy_one_master_and_change_their_copies()
    {
        var master = EveryType(200).Copy();
        var before = Content(master);
        using var start = new Barrier(4);
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, thread =>
        {
            start.SignalAndWait(TimeSpan.FromSeconds(1));
            for (var round = 0; round < 20; round++)
            {
                var mine = master.Copy();
                Assert.Equal(before, Content(mine));
                for (var change = 0; change < Changes.Length; change++)
                    Changes[change](mine, (thread * 1009) + (round * 31) + change);
                Assert.NotEqual(before, Content(mine));
            }
        });
        Assert.Equal(before, Content(master));
    }

    [Fact]
    public void Threads_that_copy_a_frame_with_cells_just_written_all_see_the_writes()
    {
        for (var round = 0; round < 100; round++)
        {
            var data = EveryType(100);
            data[5, "int"] = -1;
            data[6, "string"] = "written";
            var copies = new DataFrame[4];
            Parallel.For(0, copies.Length, i => copies[i] = data.Copy());
            Assert.All(copies, copy =>
            {
                Assert.Equal(-1, copy[5, "int"]);
                Assert.Equal("written", copy[6, "string"]);
            });
        }
    }

    [Fact]
    public void An_array_given_to_a_frame_can_be_changed_without_harm()
    {
        var numbers = new[] { 1, 2, 3 };
        var texts = new[] { "a", "b", "c" };
        var data = new DataFrame(("n", numbers), ("t", texts));
        data["again"] = numbers;
        numbers[0] = 99;
        texts[0] = "changed";
        Assert.Equal([1, 2, 3], data.Column<int>("n"));
        Assert.Equal([1, 2, 3], data.Column<int>("again"));
        Assert.Equal(["a", "b", "c"], data.Column<string>("t"));
    }

    [Fact]
    public void An_array_taken_from_a_frame_can_be_changed_without_harm()
    {
        var data = new DataFrame(("n", new[] { 1, 2, 3 }));
        data.Column<int>("n").ToArray()[0] = 99;
        Assert.Equal([1, 2, 3], data.Column<int>("n"));
    }

    [Fact]
    public void A_column_that_was_taken_stays_as_it_was()
    {
        var data = new DataFrame(("n", new[] { 1, 2, 3 }), ("t", new[] { "a", "b", "c" }));
        var (numbers, texts) = (data.Column<int>("n"), data.Column<string>("t"));
        data[0, "n"] = 99;
        data[0, "t"] = "changed";
        Assert.Equal([1, 2, 3], numbers);
        Assert.Equal(["a", "b", "c"], texts);
        Assert.Equal([99, 2, 3], data.Column<int>("n"));
        Assert.Equal(["changed", "b", "c"], data.Column<string>("t"));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3_000_000)]
    public void A_copy_costs_columns_and_not_rows(int rows)
    {
        var data = new DataFrame(Enumerable.Range(0, 10).Select(i => (Column)Column.From(new ReadOnlyMemory<double>(new double[rows])).Named($"c{i}")));
        data.Copy();
        var before = GC.GetAllocatedBytesForCurrentThread();
        data.Copy();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 10 * 100);
    }

    [Fact]
    public void The_first_write_copies_one_chunk_and_later_ones_nothing()
    {
        const int Rows = 4 << 20;
        var data = new DataFrame(("x", Column.From(new ReadOnlyMemory<double>(new double[Rows]))), ("y", Column.From(new ReadOnlyMemory<double>(new double[Rows])))).Copy();
        var before = GC.GetAllocatedBytesForCurrentThread();
        data[5, "x"] = 1.0;
        var first = GC.GetAllocatedBytesForCurrentThread() - before;
        for (var row = 6; row < 1000; row++)
            data[row, "x"] = 1.0;
        var rest = GC.GetAllocatedBytesForCurrentThread() - before - first;
        Assert.InRange(first, 8 << 20, 9 << 20);
        Assert.InRange(rest, 0, 1 << 20);
        Assert.Equal(995.0, data["x"].Sum());
    }

    internal static DataFrame EveryType(int rows)
    {
        var all = Enumerable.Range(0, rows).ToArray();
        return new(
            ("bool", Array.ConvertAll(all, i => i % 2 == 0)),
            ("int", all),
            ("long", Array.ConvertAll(all, i => (long?)(i % 3 == 0 ? null : i * 10_000_000_000))),
            ("float", Array.ConvertAll(all, i => i / 2f)),
            ("double", Array.ConvertAll(all, i => (double?)(i % 4 == 1 ? null : i / 3.0))),
            ("decimal", Array.ConvertAll(all, i => i / 100m)),
            ("string", Array.ConvertAll(all, i => i % 5 == 2 ? null : $"é{i}")),
            ("DateTime", Array.ConvertAll(all, i => new DateTime(2025, 1, 1).AddHours(i))),
            ("DateOnly", Array.ConvertAll(all, i => new DateOnly(2025, 1, 1).AddDays(i))),
            ("TimeSpan", Array.ConvertAll(all, i => TimeSpan.FromMinutes(i))));
    }

    private static string Content(DataFrame data) =>
        string.Join('\n', data.Columns.Select(column => $"{column}: {string.Join('|', Enumerable.Range(0, column.Length).Select(row => column[row] ?? "null"))}"));

    private static void Add(DataFrame data, Column values) => data.Columns.Add($"added {Guid.NewGuid()}", values);

    private static void SetCell(DataFrame data, int row, string column, int n)
    {
        var type = data[column].Type;
        data[row, column] = type == typeof(bool) ? n % 2 == 1
            : type == typeof(string) ? $"set {n}"
            : type == typeof(DateTime) ? new DateTime(2000, 1, 1).AddDays(n)
            : type == typeof(DateOnly) ? new DateOnly(2000, 1, 1).AddDays(n)
            : type == typeof(TimeSpan) ? TimeSpan.FromDays(n)
            : n;
    }
}
