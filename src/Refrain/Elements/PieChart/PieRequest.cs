using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Elements;

/// <summary>What a script asked of a pie chart.</summary>
internal sealed record PieRequest(string? Label, string? Value, bool Donut, int? Height)
{
    /// <summary>Of more parts the smallest are gathered; more colours nobody tells apart.</summary>
    public const int MostSlices = 8;

    private const string Element = "PieChart";

    /// <summary>The pie chart of some data.</summary>
    public PieChart Of(object data)
    {
        if (Height < 1) throw ElementErrors.HeightNotPositive(Element, Height.Value);
        var frame = Tables.ToFrame(Element, nameof(data), data);
        var value = ValueColumn(frame);
        var label = LabelColumn(frame, value);
        var (all, without) = Sums(label, value);
        var slices = Gathered(all);
        return new PieChart { Slices = slices, Donut = Donut, Height = Height, Description = Describe(label, value, slices, without) };
    }

    private Column ValueColumn(DataFrame frame)
    {
        if (Value is not { } name)
        {
            return frame.Columns.FirstOrDefault(column => ColumnTypes.IsNumeric(column.Type) && column.Name != Label)
                ?? throw ElementErrors.NothingToDraw(Element, frame.Columns);
        }

        var value = Named(frame, "value", name);
        return ColumnTypes.IsNumeric(value.Type) ? value
            : throw ElementErrors.NotNumeric(Element, "value", value, frame.Columns.Where(column => ColumnTypes.IsNumeric(column.Type)));
    }

    /// <summary>The first with text; else the first other one; else the number of the row.</summary>
    private Column LabelColumn(DataFrame frame, Column value)
    {
        if (Label is { } name) return Named(frame, "label", name);
        var free = frame.Columns.Where(column => column.Name != value.Name).ToList();
        return free.Find(column => column.Type == typeof(string)) ?? free.FirstOrDefault()
            ?? Column.From(Enumerable.Range(0, frame.RowCount)).Named("row");
    }

    private static Column Named(DataFrame frame, string parameter, string name) =>
        frame.Columns.Contains(name) ? frame[name] : throw ElementErrors.NoColumn(Element, parameter, name, frame.Columns.Names);

    /// <summary>Rows of one label are one part.</summary>
    private static (List<PieSlice> Slices, int Without) Sums(Column label, Column value)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        var without = 0;
        for (var row = 0; row < value.Length; row++)
        {
            var number = value.IsNullAt(row) ? double.NaN : value.ReadDouble(row);
            if (!double.IsFinite(number))
            {
                without++;
                continue;
            }

            var name = label.Box(row) is { } text ? Display.Text(text) : "null";
            if (number < 0) throw ElementErrors.NegativeSlice(name, value.Name!, number);
            sums[name] = sums.GetValueOrDefault(name) + number;
        }

        // The order is stable: equal parts stay as the data have them.
        return ([.. sums.Select(sum => new PieSlice(sum.Key, sum.Value)).OrderByDescending(slice => slice.Value)], without);
    }

    private static List<PieSlice> Gathered(List<PieSlice> all)
    {
        if (all.Count <= MostSlices) return all;
        var rest = all.Skip(MostSlices - 1).ToList();
        return [.. all.Take(MostSlices - 1), new PieSlice("Other", rest.Sum(slice => slice.Value), rest.Count)];
    }

    private static string Describe(Column label, Column value, List<PieSlice> slices, int without)
    {
        var sum = slices.Sum(slice => slice.Value);
        var what = $"Pie chart of {value.Name} by {label.Name}";
        var left = without == 0 ? "" : $"; {Quantity.Of(without, "row")} without a number left out";
        return sum > 0
            ? $"{what}: {string.Join(", ", slices.Select(slice => $"{slice.Label} {(slice.Value / sum).ToString("0.#%", CultureInfo.InvariantCulture)}"))}{left}"
            : $"{what}, nothing to share out{left}";
    }
}
