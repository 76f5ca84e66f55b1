using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class ColumnsTests
{
    private readonly FakePage _page = new();

    [Fact]
    [Trait("row", "F6")]
    public void Columns_are_containers_side_by_side()
    {
        var (left, right) = _page.Columns(2);
        left.Text("a");
        right.Text("b");

        Assert.Equal("""columns {"widths":[1,1]}""", _page.Wire);
        var row = Assert.Single(_page.Inner);
        Assert.Equal(["column {}", "column {}"], row.Drawn.Select(FakePage.Json));
        Assert.Equal(["""text {"text":"a"}""", """text {"text":"b"}"""], row.Inner.Select(column => column.Wire));
    }

    [Fact]
    public void Widths_are_in_proportion()
    {
        var (_, _, _) = _page.Columns([2, 1, 0.5]);

        Assert.Equal("""columns {"widths":[2,1,0.5]}""", _page.Wire);
    }

    [Fact]
    public void Two_to_six_can_be_taken_apart_and_any_number_counted()
    {
        var (_, _, _, _) = _page.Columns(4);
        var (_, _, _, _, _) = _page.Columns(5);
        var (_, _, _, _, sixth, _) = _page.Columns(6);
        var many = _page.Columns(24);

        Assert.NotNull(sixth);
        Assert.Equal(24, many.Count);
        Assert.Equal(many, [.. many.Select((_, index) => many[index])]);
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws("count", "RFN0312: Columns: 0 columns were asked for. Ask for 1 to 24.", page => page.Columns(0));
        Throws("count", "RFN0312: Columns: 25 columns were asked for. Ask for 1 to 24.", page => page.Columns(25));
        Throws(
            "widths", "RFN0313: Columns: widths[1] is 0. Give each column a width greater than 0, for example [2, 1].", page => page.Columns([1, 0]));
        var taken = Assert.Throws<ElementException>(() => { var (_, _) = _page.Columns(3); });
        Assert.Equal("RFN0314: Columns made 3 columns and 2 are taken apart. Write Ui.Columns(2), or take all 3.", taken.Message);
    }
}
