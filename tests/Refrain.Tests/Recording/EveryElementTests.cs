using System.Runtime.CompilerServices;
using Refrain.Elements;
using Refrain.Pages;
using Refrain.Sessions;
using Refrain.Testing.Browsing;

namespace Refrain.Tests.Recording;

/// <summary>Every kind of element that is no widget is drawn again exactly as it was drawn.</summary>
[Trait("row", "E1")]
[Trait("row", "E2")]
public sealed class EveryElementTests
{
    private int _runs;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("case", "114")]
    public async Task Of_three_calls_the_first_draws_and_the_others_draw_again(bool resource)
    {
        await using var app = AppTest.From(() =>
        {
            if (resource)
                Resource(this);
            else
                Data(this);
        });
        await app.RunAsync();
        Assert.Null(app.Browser.Read(page => page.Nodes.FirstOrDefault(node => node.Kind == "exception" && new ElementView(node).Text != "shown")));
        var (drawn, ids) = (Tree(app.Browser), Ids(app.Browser));
        Assert.Equal(Kinds(), drawn.Select(node => node.Split(' ')[0]).Where(kind => kind is not ("main" or "sidebar")).Distinct().Order(StringComparer.Ordinal));
        for (var i = 0; i < 2; i++)
        {
            await app.RunAsync();
            Assert.Equal(drawn, Tree(app.Browser));
            Assert.Equal(ids, Ids(app.Browser));
        }

        var other = new Browser(app.App.Sessions, new Visitor("other", new()));
        other.Hello();
        await other.Until(page => page.IsSettled);
        Assert.Equal(drawn, Tree(other));
        Assert.Equal(1, _runs);

        foreach (var session in app.App.Sessions.All)
            Assert.All(SourcesOf(app.Browser), id => Assert.NotNull(session.FindSource(id)));

        [CacheData]
        static int Data([NotKeyed] EveryElementTests test) => test.Draw();

        [CacheResource]
        static object Resource([NotKeyed] EveryElementTests test) => test.Draw();
    }

    private int Draw()
    {
        _runs++;
        var sales = new[] { new { City = "Oslo", People = 717_710 }, new { City = "Bergen", People = 291_940 } };
        Ui.Title("Title");
        Ui.Header("Header", anchor: "here");
        Ui.Subheader("Subheader");
        Ui.Markdown("**bold**");
        Ui.Text("text");
        Ui.Caption("caption");
        Ui.Divider();
        Ui.Success("success");
        Ui.Info("info");
        Ui.Warning("warning");
        Ui.Error("error");
        Ui.Exception(new InvalidOperationException("shown"));
        Ui.Metric("Rows", 2, delta: 1);
        Ui.Json(new { Name = "json" });
        Ui.Write("l[0] is:", 2, sales, new { Name = "fields" });
        Ui.DataFrame(sales);
        Ui.DataFrame(sales, height: 200, label: "People");
        Ui.LineChart(sales);
        Ui.LineChart(sales, x: "City", y: "People", height: 300);
        Ui.BarChart(sales);
        Ui.BarChart(sales, height: 300);
        Ui.AreaChart(sales);
        Ui.ScatterChart(sales, height: 300);
        var (left, right) = Ui.Columns(2);
        left.Text("left");
        using (right.Enter())
            Ui.Text("right");
        Ui.Columns([1, 3])[1].Text("wide");
        Ui.Sidebar.Text("beside");
        return 1;
    }

    /// <summary>The kinds of all elements that are no widgets.</summary>
    private static IEnumerable<string> Kinds() => typeof(Element).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(Element)) && !type.IsAbstract && !type.IsAssignableTo(typeof(LabelledElement)) && type != typeof(Refrain.Elements.Button))
        .Select(type => ((Element)RuntimeHelpers.GetUninitializedObject(type)).Kind)
        .Order(StringComparer.Ordinal);

    private static string[] Tree(Browser browser) => browser.Read(page => page.Nodes.Select(node => $"{node.Kind} {node.Props.GetRawText()}").ToArray());

    private static string[] Ids(Browser browser) => browser.Read(page => page.Nodes.Select(node => node.Id).ToArray());

    private static string[] SourcesOf(Browser browser) => browser.Read(page =>
        page.Nodes.Where(node => node.Props.TryGetProperty("source", out _)).Select(node => node.Props.GetProperty("source").GetString()!).ToArray());
}
