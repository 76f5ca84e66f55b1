using System.Data;

namespace Refrain.Frames.Tests.Rows;

/// <summary>Queries through ADO.NET.</summary>
[Trait("row", "B4")]
public sealed class DatabaseTests : IDisposable
{
    private readonly DataTable _table = new();
    private readonly AnsweringConnection _connection;

    public DatabaseTests()
    {
        _table.Columns.Add("city", typeof(string));
        _table.Columns.Add("people", typeof(int));
        _table.Rows.Add("Graz", 291_000);
        _table.Rows.Add(DBNull.Value, DBNull.Value);
        _connection = new(_table);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _table.Dispose();
    }

    [Fact]
    public async Task A_query_is_a_frame_and_its_parameters_are_an_object()
    {
        Check(DataFrame.Query(_connection, "select 1", new { city = "Graz", year = (int?)null }));
        Check(await DataFrame.QueryAsync(_connection, "select 1", new { city = "Graz", year = (int?)null }));
        Assert.Equal(["select 1: city=Graz, year=", "select 1: city=Graz, year="], _connection.Asked);

        static void Check(DataFrame data)
        {
            Assert.Equal("city: string, people: int", data.Columns.ToString());
            Assert.Equal(["Graz", null], data.Column<string>("city"));
            Assert.Equal([291_000, null], data.Column<int?>("people"));
        }
    }

    [Fact]
    public async Task A_connection_is_left_as_it_was_found()
    {
        DataFrame.Query(_connection, "select 1");
        Assert.Equal(ConnectionState.Closed, _connection.State);
        _connection.Open();
        await DataFrame.QueryAsync(_connection, "select 1");
        Assert.Equal(ConnectionState.Open, _connection.State);
        _connection.Close();
        await Assert.ThrowsAsync<TaskCanceledException>(() => DataFrame.QueryAsync(_connection, "select 1", null, new CancellationToken(canceled: true)));
        Assert.Equal(ConnectionState.Closed, _connection.State);
    }

    [Fact]
    public void A_query_without_text_is_refused() => Assert.Throws<ArgumentException>(() => DataFrame.Query(_connection, ""));
}
