using System.Runtime.CompilerServices;
using Refrain.Elements;
using Refrain.Pages;

namespace Refrain.Tests.Recording;

/// <summary>Every kind of element that is no widget.</summary>
internal static class EveryElement
{
    /// <summary>Their kinds: all that the library has.</summary>
    public static IEnumerable<string> Kinds => typeof(Element).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(Element)) && !type.IsAbstract && !type.IsAssignableTo(typeof(LabelledElement)) && type != typeof(Refrain.Elements.Button) && type != typeof(DataEditorGrid))
        .Select(type => ((Element)RuntimeHelpers.GetUninitializedObject(type)).Kind)
        .Order(StringComparer.Ordinal);

    /// <summary>Draws all of them, with and without sizes.</summary>
    public static void Draw()
    {
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
        Ui.Table(sales);
        Ui.LineChart(sales);
        Ui.LineChart(sales, x: "City", y: "People", height: 300);
        Ui.BarChart(sales);
        Ui.BarChart(sales, height: 300);
        Ui.AreaChart(sales);
        Ui.ScatterChart(sales, height: 300);
        Ui.Histogram(sales);
        Ui.Histogram(sales, "People", bins: 2, xLabel: "people", yLabel: "cities", height: 300);
        Ui.PieChart(sales);
        Ui.PieChart(sales, donut: true, height: 300);
        Ui.Map(new[] { new { Lat = 59.91, Lon = 10.75 } });
        Ui.Map(new[] { new { Lat = 60.39, Lon = 5.32, City = "Bergen" } }, size: "Lat", color: "City", height: 300);
        var (left, right) = Ui.Columns(2);
        left.Text("left");
        using (right.Enter())
            Ui.Text("right");
        Ui.Columns([1, 3])[1].Text("wide");
        Ui.Sidebar.Text("beside");
    }
}
