namespace Refrain.Elements;

/// <summary>What a script asked of a chart.</summary>
internal sealed record ChartRequest(Mark Mark, string? X, ColumnNames? Y, string? XLabel, string? YLabel, int? Height)
{
    /// <summary>The call, for errors.</summary>
    public string Element => Mark switch
    {
        Mark.Line => "LineChart",
        Mark.Bar => "BarChart",
        Mark.Area => "AreaChart",
        _ => "ScatterChart",
    };

    private string Noun => Mark == Mark.Point ? "Scatter chart" : $"{Mark} chart";

    /// <summary>The chart of some data.</summary>
    public Chart Of(object data)
    {
        if (Height < 1) throw ElementErrors.HeightNotPositive(Element, Height.Value);
        var columns = ChartColumns.Choose(this, Tables.ToFrame(Element, nameof(data), data));
        var all = Reduction.Order(columns.Frame, isOrdered: Mark is Mark.Line or Mark.Area);
        var reduced = Reduction.Of(all);
        return new Chart(all, reduced)
        {
            Mark = Mark,
            XLabel = XLabel,
            YLabel = YLabel,
            Height = Height,
            Description = Describe(columns, new(reduced)),
        };
    }

    /// <summary>The chart in words. Its extremes are those of its few rows, which keep them.</summary>
    private string Describe(ChartColumns columns, ChartColumns reduced)
    {
        var names = columns.Y.Select(column => column.Name!).ToList();
        var listed = names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
        var what = $"{Noun} of {listed} by {columns.X.Name}";
        if (columns.Frame.RowCount == 0) return $"{what}, no points";
        var points = Quantity.Of(columns.Frame.RowCount, "point");
        return reduced.Extremes is { } extremes
            ? $"{what}, {points}, from {Short(extremes.Least)} to {Short(extremes.Greatest)}"
            : $"{what}, {points}, all empty";
    }

    private static string Short(double number) => number.ToString("#,##0.####", System.Globalization.CultureInfo.InvariantCulture);
}
