using Refrain.Testing.Browsing;

namespace Refrain;

public sealed partial class AppTest
{
    /// <summary>What <c>Ui.Markdown</c> and <c>Ui.Write</c> show of text, from the top.</summary>
    public IReadOnlyList<ElementView> Markdown => Elements("markdown");

    /// <summary>Titles, headers and subheaders.</summary>
    public IReadOnlyList<ElementView> Headings => Elements("heading");

    /// <summary>Monospaced texts.</summary>
    public IReadOnlyList<ElementView> Text => Elements("text");

    /// <summary>Captions.</summary>
    public IReadOnlyList<ElementView> Captions => Elements("caption");

    /// <summary>Success, info, warning and error boxes.</summary>
    public IReadOnlyList<ElementView> Alerts => Elements("alert");

    /// <summary>Metrics.</summary>
    public IReadOnlyList<ElementView> Metrics => Elements("metric");

    /// <summary>Tables.</summary>
    public IReadOnlyList<ElementView> DataFrames => Elements("dataFrame");

    /// <summary>Charts.</summary>
    public IReadOnlyList<ElementView> Charts => Elements("chart");

    /// <summary>Histograms.</summary>
    public IReadOnlyList<ElementView> Histograms => Elements("histogram");

    /// <summary>Pie charts.</summary>
    public IReadOnlyList<ElementView> PieCharts => Elements("pieChart");

    /// <summary>Maps.</summary>
    public IReadOnlyList<ElementView> Maps => Elements("map");

    /// <summary>The first exception on the page; <see langword="null"/> when there is none.</summary>
    public ElementView? Exception => Elements("exception") is [var first, ..] ? first : null;

    /// <summary>What is said to be running now.</summary>
    public IReadOnlyList<string> Spinners => Browser.Read(page => page.Spinners.Select(spinner => spinner.Text).ToArray());

    /// <summary>Every element of a kind, from the top; the sidebar's come last.</summary>
    /// <param name="kind">The kind on the wire, for example <c>markdown</c>.</param>
    public IReadOnlyList<ElementView> Elements(string kind) =>
        Browser.Read(page => page.Nodes.Where(node => node.Kind == kind).Select(node => new ElementView(node)).ToArray());

    /// <summary>A button, by its label or key.</summary>
    public WidgetView Button(string label) => Widget("button", label);

    /// <summary>A button, counted from the top.</summary>
    public WidgetView Button(int index) => Widget("button", index);

    /// <summary>A checkbox, by its label or key.</summary>
    public WidgetView Checkbox(string label) => Widget("checkbox", label);

    /// <summary>A checkbox, counted from the top.</summary>
    public WidgetView Checkbox(int index) => Widget("checkbox", index);

    /// <summary>A slider, by its label or key.</summary>
    public WidgetView Slider(string label) => Widget("slider", label);

    /// <summary>A slider, counted from the top.</summary>
    public WidgetView Slider(int index) => Widget("slider", index);

    /// <summary>A number input, by its label or key.</summary>
    public WidgetView NumberInput(string label) => Widget("numberInput", label);

    /// <summary>A number input, counted from the top.</summary>
    public WidgetView NumberInput(int index) => Widget("numberInput", index);

    /// <summary>A text input, by its label or key.</summary>
    public WidgetView TextInput(string label) => Widget("textInput", label);

    /// <summary>A text input, counted from the top.</summary>
    public WidgetView TextInput(int index) => Widget("textInput", index);

    /// <summary>A select box, by its label or key.</summary>
    public WidgetView SelectBox(string label) => Widget("selectBox", label);

    /// <summary>A select box, counted from the top.</summary>
    public WidgetView SelectBox(int index) => Widget("selectBox", index);

    /// <summary>A data editor, by its label or key.</summary>
    public DataEditorView DataEditor(string label) => new(Widget("dataEditor", label));

    /// <summary>A data editor, counted from the top.</summary>
    public DataEditorView DataEditor(int index) => new(Widget("dataEditor", index));

    private WidgetView Widget(string kind, string label)
    {
        var found = Widgets(kind).Where(node => LabelOf(node) == label || KeyOf(node) == label).ToArray();
        return found switch
        {
            [var one] => new WidgetView(this, one.Id),
            [] => throw new InvalidOperationException($"The page has no {kind} \"{label}\". It has: {Listed(kind)}."),
            _ => throw new InvalidOperationException(
                $"The page has {found.Length} of {kind} \"{label}\". Give them keys, or ask for one by its index."),
        };
    }

    internal WidgetView Widget(string kind, int index)
    {
        var found = Widgets(kind);
        return index >= 0 && index < found.Length
            ? new WidgetView(this, found[index].Id)
            : throw new InvalidOperationException($"The page has no {kind} number {index}. It has: {Listed(kind)}.");
    }

    private PageNode[] Widgets(string kind) => Browser.Read(page => page.Nodes.Where(node => node.Kind == kind).ToArray());

    private string Listed(string kind)
    {
        var labels = Widgets(kind).Select(node => $"\"{LabelOf(node)}\"").ToArray();
        return labels.Length == 0 ? "none" : string.Join(", ", labels);
    }

    private string? KeyOf(PageNode node) => Session?.Widgets.Find(node.Id)?.Key;

    private static string? LabelOf(PageNode node) => node.Props.TryGetProperty("label", out var label) ? label.GetString() : null;
}
