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
        Assert.Equal(EveryElement.Kinds, drawn.Select(node => node.Split(' ')[0]).Where(kind => kind is not ("main" or "sidebar")).Distinct().Order(StringComparer.Ordinal));
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
        EveryElement.Draw();
        return ++_runs;
    }

    private static string[] Tree(Browser browser) => browser.Read(page => page.Nodes.Select(node => $"{node.Kind} {node.Props.GetRawText()}").ToArray());

    private static string[] Ids(Browser browser) => browser.Read(page => page.Nodes.Select(node => node.Id).ToArray());

    private static string[] SourcesOf(Browser browser) => browser.Read(page =>
        page.Nodes.Where(node => node.Props.TryGetProperty("source", out _)).Select(node => node.Props.GetProperty("source").GetString()!).ToArray());
}
