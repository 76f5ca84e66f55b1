using System.Data;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Refrain.Caching.Tests.Keys;

/// <summary>What a function can see of a type of the platform is in the key; what the type only remembers for itself is not.</summary>
[Trait("row", "B2")]
[Trait("case", "104")]
public class PlatformStateTests
{
    public sealed class TenantUri(string address, string tenant) : Uri(address)
    {
        public string Tenant => tenant;
    }

    public sealed class PlainUri(string address) : Uri(address);

    [Fact]
    public void What_an_encoding_does_with_what_it_cannot_encode()
    {
        Assert.False(Key.Same<Encoding>(new UTF8Encoding(false, false), new UTF8Encoding(false, true)));
        Assert.False(Key.Same(Replacing("?"), Replacing("!")));
        Assert.True(Key.Same(Replacing("?"), Replacing("?")));
        Assert.False(Key.Same(Encoding.ASCII, Encoding.Latin1));

        static Encoding Replacing(string text) =>
            Encoding.GetEncoding("us-ascii", new EncoderReplacementFallback(text), DecoderFallback.ExceptionFallback);
    }

    [Fact]
    public void The_parts_of_a_culture_that_can_be_changed()
    {
        var plain = new CultureInfo("de-DE", useUserOverride: false);
        foreach (var change in (Action<CultureInfo>[])
            [
                culture => culture.DateTimeFormat.ShortestDayNames = ["a", "b", "c", "d", "e", "f", "g"],
                culture => culture.DateTimeFormat.ShortDatePattern = "yy",
                culture => culture.TextInfo.ListSeparator = "|",
                culture => culture.NumberFormat.CurrencySymbol = "DM",
            ])
        {
            var changed = new CultureInfo("de-DE", useUserOverride: false);
            change(changed);
            Assert.False(Key.Same(plain, changed));
        }
    }

    [Fact]
    public void An_address_whether_it_was_shown_before_or_not()
    {
        var address = IPAddress.Parse("10.0.0.1");
        var before = Key.Of(address);
        Assert.Equal("10.0.0.1", address.ToString());
        Assert.Equal(before, Key.Of(address));
        Assert.True(Key.Same(IPAddress.Loopback, IPAddress.Loopback));
        Assert.False(Key.Same(IPAddress.Parse("::1"), IPAddress.Parse("::2")));
    }

    [Fact]
    public void How_an_address_of_the_web_is_to_be_read()
    {
        const string address = "http://a/%41/../b";
        Assert.False(Key.Same(new Uri(address), new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })));
        Assert.False(Key.Same(new Uri("a", UriKind.Relative), new Uri("b", UriKind.Relative)));
    }

    [Fact]
    public void How_json_finds_its_members()
    {
        var options = new JsonNodeOptions { PropertyNameCaseInsensitive = true };
        Assert.False(Key.Same(JsonNode.Parse("""{"a":1}"""), JsonNode.Parse("""{"a":1}""", options)));
    }

    [Fact]
    public void Rules_and_earlier_versions_of_a_table()
    {
        foreach (var change in (Action<DataTable>[])
            [
                table => table.Columns[1].Expression = "Id + 1",
                table => table.CaseSensitive = true,
                table => table.PrimaryKey = [table.Columns[0]],
                table => table.Columns[0].DefaultValue = 3,
                table => table.Rows[0].Delete(),
                table => table.Rows[0]["Id"] = 1,
            ])
        {
            var changed = Table(1);
            change(changed);
            Assert.False(Key.Same(Table(1), changed));
        }

        Assert.False(Key.Same(Changed(1), Changed(2)));

        static DataTable Changed(int from)
        {
            var table = Table(from);
            table.Rows[0]["Id"] = 9;
            return table;
        }

        static DataTable Table(int id)
        {
            var table = new DataTable("t") { Locale = CultureInfo.InvariantCulture };
            table.Columns.Add("Id", typeof(int));
            table.Columns.Add("Next", typeof(int));
            table.Rows.Add(id);
            table.AcceptChanges();
            return table;
        }
    }

    [Fact]
    public void A_type_of_the_platform_with_state_added_is_refused()
    {
        Assert.True(Key.Same(new PlainUri("http://a"), new PlainUri("http://a")));
        var error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of(new TenantUri("http://a", "ada")));
        Assert.Equal(
            "RFN0101: 'Load' cannot be cached by its argument 'options': 'options' is a PlatformStateTests.TenantUri, a type of the platform with "
            + "state added to it, of which it cannot be known what it means. Leave the parameter out of the key by naming it '_options' or marking it "
            + "[NotKeyed], or say what stands for it: CacheKeys.Register<PlatformStateTests.TenantUri>(x => ...).", error.Message);
    }

    [Fact]
    public unsafe void Types_that_have_no_name_of_their_own()
    {
        Assert.False(Key.Same(typeof(delegate*<int, void>), typeof(delegate*<long, void>)));
        Assert.False(Key.Same(typeof(delegate*<int, void>), typeof(delegate* unmanaged<int, void>)));
        Assert.False(Key.Same(typeof(List<>).GetGenericArguments()[0], typeof(HashSet<>).GetGenericArguments()[0]));
        Assert.False(Key.Same(typeof(int*), typeof(int).MakeByRefType()));
        Assert.False(Key.Same(typeof(int[]), typeof(int).MakeArrayType(1)));
        Assert.False(Key.Same(typeof(List<>), typeof(List<>).MakeGenericType(typeof(HashSet<>).GetGenericArguments()[0])));
    }
}
