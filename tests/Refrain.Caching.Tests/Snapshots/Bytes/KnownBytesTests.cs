using System.Collections;
using System.Data;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

[Trait("row", "B4")]
public class KnownBytesTests
{
    [Fact]
    public void Texts_bits_and_streams()
    {
        Assert.Equal("ab", Stored.Again(new StringBuilder("ab")).ToString());
        Assert.Equal([true, false, true], Stored.Again(new BitArray([true, false, true])).Cast<bool>());
        using var stream = Stored.Again(new MemoryStream([1, 2, 3], writable: false) { Position = 1 });
        Assert.Equal((1, false, 2), (stream.Position, stream.CanWrite, stream.ReadByte()));
        using var writable = Stored.Again(new MemoryStream());
        writable.WriteByte(1);
    }

    [Fact]
    public void Json()
    {
        var node = JsonNode.Parse("""{"a":[1,1.50,"x",null,true],"b":{"c":12345678901234567890}}""")!;
        Assert.Equal(node.ToJsonString(), Stored.Again(node).ToJsonString());
        Assert.IsType<JsonArray>(Stored.Again(new JsonArray(1, "a")));
        Assert.Equal(JsonValueKind.Undefined, Stored.Of(default(JsonElement)).Read<JsonElement>().ValueKind);
        Assert.Equal("1.50", Stored.Again(JsonDocument.Parse("1.50").RootElement).GetRawText());
    }

    [Fact]
    public void Xml()
    {
        var document = XDocument.Parse("<!--x--><a b='1'> <c/>\n</a>", LoadOptions.PreserveWhitespace);
        document.Declaration = new("1.0", "utf-8", null);
        Assert.Equal(document.ToString(SaveOptions.DisableFormatting), Stored.Again(document).ToString(SaveOptions.DisableFormatting));
        Assert.Equal("<a><b>x</b></a>", Stored.Again(XElement.Parse("<a><b>x</b></a>")).ToString(SaveOptions.DisableFormatting));
        Assert.Equal("v", Stored.Again(new XAttribute("n", "v")).Value);
    }

    [Fact]
    public void Tables_keep_columns_keys_and_the_states_of_rows()
    {
        var read = Stored.Again(Table());
        Assert.Equal(
            [DataRowState.Unchanged, DataRowState.Modified, DataRowState.Deleted, DataRowState.Added], read.Rows.Cast<DataRow>().Select(row => row.RowState));
        Assert.Equal((2m, 20m), (read.Rows[1]["Price", DataRowVersion.Original], read.Rows[1]["Price"]));
        Assert.Equal(40m, read.Rows[1]["Twice"]);
        Assert.Equal(read.Columns["Id"], read.PrimaryKey.Single());
        Assert.True(read.Columns["Note"]!.ReadOnly);
        Assert.Equal(5, read.NewRow()["Id"]);
        Assert.Throws<ConstraintException>(() => read.Rows.Add(1, 1m));
    }

    [Fact]
    public void Sets_of_tables_keep_their_relations()
    {
        var set = new DataSet("shop");
        var sales = new DataTable("sales") { Locale = CultureInfo.InvariantCulture, CaseSensitive = true };
        sales.Columns.Add("Item", typeof(int));
        set.Tables.AddRange([Table(), sales]);
        set.Relations.Add("sold", set.Tables[0].Columns["Id"]!, sales.Columns["Item"]!);
        sales.Rows.Add(1);
        var read = Stored.Of(set).Read<DataSet>();
        Assert.Single(read.Tables["items"]!.Rows[0].GetChildRows("sold"));
        Assert.Throws<InvalidConstraintException>(() => read.Tables["sales"]!.Rows.Add(99));
    }

    [Fact]
    public void A_column_of_another_type_is_refused()
    {
        var table = new DataTable();
        table.Columns.Add("When", typeof(Version));
        Assert.Equal(
            "RFN0161: What 'Load' returned cannot be stored: 'result' is a DataTable, a table whose column 'When' holds a Version. Return something without "
            + "it, or keep the function's values in memory only: leave out 'Persist'.", Stored.Refused(table).Message);
    }

    private static DataTable Table()
    {
        var table = new DataTable("items") { Locale = CultureInfo.InvariantCulture, CaseSensitive = true };
        table.Columns.Add(new DataColumn("Id", typeof(int)) { AutoIncrement = true, AutoIncrementSeed = 1 });
        table.Columns.Add(new DataColumn("Price", typeof(decimal)) { DefaultValue = 0m });
        table.Columns.Add(new DataColumn("Note", typeof(string)) { MaxLength = 10, ReadOnly = true });
        table.Columns.Add(new DataColumn("Twice", typeof(decimal), "Price * 2"));
        table.PrimaryKey = [table.Columns[0]];
        for (var id = 1; id <= 3; id++)
            table.Rows.Add(id, (decimal)id, "n");
        table.AcceptChanges();
        table.Rows[1]["Price"] = 20m;
        table.Rows[2].Delete();
        table.Rows.Add(4, 4m);
        return table;
    }
}
