using System.Collections.Immutable;
using System.Data;

namespace Refrain.Frames.Tests.Rows;

public sealed class FromTests
{
    private enum Size
    {
        Small,
        Large,
    }

    [Fact]
    public void Objects_become_rows_and_their_members_columns()
    {
        var data = DataFrame.From([new { Name = "a", Count = 1, Price = (decimal?)2.5m }, new { Name = "b", Count = 2, Price = (decimal?)null }]);
        Assert.Equal("Name: string, Count: int, Price: decimal", data.Columns.ToString());
        Assert.Equal([2.5m, null], data.Column<decimal?>("Price"));
    }

    [Fact]
    public void Types_a_column_does_not_have_become_what_holds_them_best()
    {
        var id = Guid.NewGuid();
        var data = DataFrame.From([new Odd((byte)1, 2u, 3UL, 'c', Size.Large, id, new DateTimeOffset(2025, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)), new TimeOnly(1, 30), (short?)4, new Uri("http://a/"))]);
        Assert.Equal(
            "Byte: int, UInt: long, ULong: decimal, Char: string, Size: string, Id: string, Time: DateTime, Clock: TimeSpan, Short: int, Link: string",
            data.Columns.ToString());
        Assert.Equal("Large", data[0, "Size"]);
        Assert.Equal(id.ToString(), data[0, "Id"]);
        Assert.Equal(new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), data[0, "Time"]);
        Assert.Equal(TimeSpan.FromMinutes(90), data[0, "Clock"]);
        Assert.Equal([new Odd(1, 2u, 3UL, 'c', Size.Large, id, new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new TimeOnly(1, 30), 4, new Uri("http://a/"))], data.ToList<Odd>());
    }

    [Fact]
    public void Members_of_base_types_come_first_and_fields_count_too()
    {
        var data = DataFrame.From([new Derived { Id = 1, Name = "x", Note = "n" }]);
        Assert.Equal(["Id", "Name", "Note"], data.Columns.Names);
    }

    [Fact]
    public void Single_values_become_one_column()
    {
        Assert.Equal("value: int", DataFrame.From([1, 2]).Columns.ToString());
        Assert.Equal([null, "x"], DataFrame.From([null, "x"]).Column<string>("value"));
        Assert.Equal("value: string", DataFrame.From([Size.Small]).Columns.ToString());
        Assert.Equal([1, 2], DataFrame.From([1, 2]).ToList<int>());
    }

    [Fact]
    public void A_null_item_is_a_row_of_nulls()
    {
        var data = DataFrame.From([new Derived { Id = 1 }, null]);
        Assert.Equal([1, null], data.Column<int?>("Id"));
    }

    [Fact]
    public void Objects_seen_as_object_are_read_by_what_they_are()
    {
        Assert.Equal(["Id", "Name", "Note"], DataFrame.From(new object[] { new Derived(), new Derived() }).Columns.Names);
        Assert.Equal([1, 2], DataFrame.From(new object[] { 1, 2 }).Column<int>("value"));
        Assert.Equal(["1", "x", null], DataFrame.From(new object?[] { 1, "x", null }).Column<string>("value"));
    }

    [Fact]
    public void A_two_dimensional_array_becomes_columns_by_number()
    {
        var data = DataFrame.From(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal(["0", "1", "2"], data.Columns.Names);
        Assert.Equal([2, 5], data.Column<int>("1"));
    }

    [Fact]
    public void A_data_table_and_its_reader_give_the_same()
    {
        using var table = new DataTable();
        table.Columns.Add("Id", typeof(int));
        table.Columns.Add("Name", typeof(string));
        table.Columns.Add("Small", typeof(short));
        table.Columns.Add("Key", typeof(Guid));
        table.Columns.Add("Raw", typeof(byte[]));
        table.Rows.Add(1, "a", (short)5, Guid.Empty, new byte[] { 1, 255 });
        table.Rows.Add(DBNull.Value, DBNull.Value, DBNull.Value, DBNull.Value, DBNull.Value);
        var data = DataFrame.From(table);
        Assert.Equal("Id: int, Name: string, Small: int, Key: string, Raw: string", data.Columns.ToString());
        Assert.Equal([1, null], data.Column<int?>("Id"));
        Assert.Equal("01FF", data[0, "Raw"]);
        Assert.Equal(5, data.Columns.Sum(column => column.NullCount));
        using var reader = table.CreateDataReader();
        Assert.Equal(data.ContentId, DataFrame.From(reader).ContentId);
    }

    [Fact]
    public void Rows_become_records_classes_and_tuples()
    {
        var data = new DataFrame(("id", new[] { 1, 2 }), ("NAME", new[] { "a", null }), ("other", new[] { true, false }));
        Assert.Equal([new Person(1, "a"), new Person(2, null)], data.ToList<Person>());
        var derived = data.ToList<Derived>();
        Assert.Equal((2, null), (derived[1].Id, derived[1].Name));
        Assert.Equal("RFN0201: no column named 'Missing'. The columns are: id, NAME, other.", Assert.Throws<FrameException>(() => data.ToList<Incomplete>()).Message);
        Assert.Equal(
            "RFN0212: row 0 of column 'NAME' is 'a', which is no Size; give the member the type of the column.",
            Assert.Throws<FrameException>(() => data.ToList<Sized>()).Message);
    }

    [Fact]
    public void Immutable_arrays_and_read_only_memory_are_shared()
    {
        var array = new double[] { 1, 2, 3 };
        var memory = new DataFrame(("x", Column.From(new ReadOnlyMemory<double>(array))));
        Assert.Same(array, memory.Buffers().Single().Buffer);
        Assert.Equal(24, memory.SizeInBytes);
        var immutable = ImmutableArray.Create(1, 2, 3);
        Assert.Equal([1, 2, 3], new DataFrame(("x", Column.From(immutable))).Column<int>("x"));
        Assert.Equal(["a", "b"], new DataFrame(("x", Column.From(ImmutableArray.Create("a", "b")))).Column<string>("x"));
    }

    [Fact]
    public void A_shared_array_longer_than_a_chunk_is_counted_once()
    {
        var data = new DataFrame(("x", Column.From(new ReadOnlyMemory<double>(new double[2_500_000]))));
        Assert.Equal(20_000_000, data.SizeInBytes);
        Assert.Single(data.Buffers());
    }

    private sealed record Odd(byte Byte, uint UInt, ulong ULong, char Char, Size Size, Guid Id, DateTimeOffset Time, TimeOnly Clock, short? Short, Uri Link);

    private sealed record Person(int Id, string? Name);

    private sealed record Incomplete(int Id, string Missing);

    private sealed record Sized(Size Name);

    private class Entity
    {
        public int Id { get; set; }
    }

    private sealed class Derived : Entity
    {
        public string? Name { get; set; }

        public string? Note;
    }
}
