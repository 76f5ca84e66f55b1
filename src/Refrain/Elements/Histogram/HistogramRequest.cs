using System.Globalization;
using Refrain.Frames.Columns;
using Refrain.Frames.Rows;

namespace Refrain.Elements;

/// <summary>What a script asked of a histogram.</summary>
internal sealed record HistogramRequest(ColumnNames? Columns, int? Bins, string? XLabel, string? YLabel, int? Height)
{
    /// <summary>More that lie over another nobody can tell apart.</summary>
    public const int MostColumns = 8;

    private const string Element = "Histogram";

    /// <summary>The histogram of some data.</summary>
    public Histogram Of(object data)
    {
        if (Height < 1) throw ElementErrors.HeightNotPositive(Element, Height.Value);
        if (Bins is < 1 or > Elements.Bins.Most) throw ElementErrors.BadBins(Bins.Value);
        var columns = Choose(Tables.ToFrame(Element, nameof(data), data));
        var spread = Spread.Of(columns);
        var bins = spread.Count == 0 ? null
            : Bins is { } count ? Elements.Bins.Exactly(count, spread)
            : Elements.Bins.Automatic(spread, columns[0].Type);
        var series = columns.Select(column => bins is null ? new HistogramSeries(column.Name!, []) : HistogramSeries.Of(column, bins)).ToList();
        var type = WireColumn.TypeOf(columns[0]);
        return new Histogram
        {
            Type = type,
            Edges = bins?.Edges ?? [],
            Series = series,
            XLabel = XLabel,
            YLabel = YLabel,
            Height = Height,
            Description = Describe(columns, spread, bins, series),
        };
    }

    private List<Column> Choose(DataFrame frame)
    {
        var columns = Columns is null ? [Likely(frame)] : Columns.Distinct().Select(name =>
            frame.Columns.Contains(name) ? frame[name] : throw ElementErrors.NoColumn(Element, "columns", name, frame.Columns.Names)).ToList();
        if (columns.Count == 0) throw ElementErrors.NothingToDraw(Element, frame.Columns);
        if (columns.Count > MostColumns) throw ElementErrors.TooManyHistograms(columns.Count);
        if (columns.Find(column => !AxisValues.Has(column)) is { } bad) throw ElementErrors.NotOnAnAxis(bad);
        if (columns.Find(column => Axis(column) != Axis(columns[0])) is { } other) throw ElementErrors.DifferentAxes(columns[0], other);
        return columns;
    }

    private static Column Likely(DataFrame frame) =>
        frame.Columns.FirstOrDefault(column => ColumnTypes.IsNumeric(column.Type))
        ?? frame.Columns.FirstOrDefault(AxisValues.Has)
        ?? throw ElementErrors.NothingToDraw(Element, frame.Columns);

    private static Type Axis(Column column) => ColumnTypes.IsNumeric(column.Type) ? typeof(double) : column.Type;

    private static string Describe(List<Column> columns, Spread spread, Bins? bins, List<HistogramSeries> series)
    {
        var names = columns.ConvertAll(column => column.Name!);
        var what = $"{Element} of {(names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}")}";
        var without = spread.Without == 0 ? "" : $"; {Display.Count(spread.Without)} without a number left out";
        if (bins is null) return $"{what}, no values{without}";
        var type = columns[0].Type;
        var totals = Enumerable.Range(0, bins.Count).Select(bin => series.Sum(one => one.Counts[bin])).ToList();
        var fullest = totals.IndexOf(totals.Max());
        var edges = bins.Edges;
        return $"{what}, {Quantity.Of(spread.Count, "value")} in {Quantity.Of(bins.Count, "bin")} from {Text(edges[0], type)} to {Text(edges[^1], type)}, "
            + $"most ({Display.Count(totals[fullest])}) from {Text(edges[fullest], type)} to {Text(edges[fullest + 1], type)}{without}";
    }

    /// <summary>An edge as a reader of the axis would say it.</summary>
    private static string Text(double value, Type type) =>
        type == typeof(DateTime) ? Display.Text(DateTime.UnixEpoch.AddMilliseconds(value))
        : type == typeof(DateOnly) ? Display.Text(DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(value)))
        : type == typeof(TimeSpan) ? Display.Text(TimeSpan.FromMilliseconds(value))
        : Math.Abs(value) is >= 1e15 or (> 0 and < 1e-4) ? value.ToString("0.####E+0", CultureInfo.InvariantCulture)
        : value.ToString("#,##0.####", CultureInfo.InvariantCulture);
}
