using Refrain.Frames.Columns;

namespace Refrain.Elements;

/// <summary>The columns a chart draws: the first of the frame along x, the others along y.</summary>
internal sealed record ChartColumns(DataFrame Frame)
{
    /// <summary>More lines than these nobody can tell apart.</summary>
    public const int MostY = 50;

    private const string RowNumber = "row";

    public Column X => Frame.Columns[0];

    public IEnumerable<Column> Y => Frame.Columns.Skip(1);

    /// <summary>The least and the greatest value of all y; <see langword="null"/> when there is none.</summary>
    public (double Least, double Greatest)? Extremes
    {
        get
        {
            var least = Y.Select(column => column.Min()).OfType<object>().Select(ToDouble).DefaultIfEmpty(double.NaN).Min();
            var greatest = Y.Select(column => column.Max()).OfType<object>().Select(ToDouble).DefaultIfEmpty(double.NaN).Max();
            return double.IsNaN(least) || double.IsNaN(greatest) ? null : (least, greatest);
        }
    }

    /// <summary>Takes the columns that were named, and for those that were not the ones that are probably meant.</summary>
    public static ChartColumns Choose(ChartRequest request, DataFrame frame)
    {
        var named = request.Y?.Select(name => Named(request, frame, "y", name)).ToList();
        var x = request.X is { } name ? Named(request, frame, "x", name) : LikelyX(frame, named);
        var y = named ?? frame.Columns.Where(column => IsNumeric(column) && column.Name != x.Name).ToList();
        if (y.Count == 0) throw ElementErrors.NothingToDraw(request.Element, frame.Columns);
        if (y.Count > MostY) throw ElementErrors.TooManyY(request.Element, y.Count);
        foreach (var column in y)
        {
            if (!IsNumeric(column)) throw ElementErrors.NotNumeric(request.Element, "y", column, frame.Columns.Where(IsNumeric));
        }
        return new ChartColumns(Distinct(x, y));
    }

    private static Column Named(ChartRequest request, DataFrame frame, string parameter, string name) =>
        frame.Columns.Contains(name) ? frame[name] : throw ElementErrors.NoColumn(request.Element, parameter, name, frame.Columns.Names);

    /// <summary>The first date; else the first text; else the first of several numbers, as a group's key is; else the number of the row.</summary>
    private static Column LikelyX(DataFrame frame, List<Column>? y)
    {
        var free = frame.Columns.Where(column => y is null || !y.Exists(taken => taken.Name == column.Name)).ToList();
        return free.Find(column => column.Type == typeof(DateTime) || column.Type == typeof(DateOnly))
            ?? free.Find(column => column.Type == typeof(string))
            ?? (free.Count > (y is null ? 1 : 0) ? free[0] : null)
            ?? Column.From((ReadOnlyMemory<int>)Enumerable.Range(0, frame.RowCount).ToArray()).Named(RowNumber);
    }

    /// <summary>A frame cannot hold one name twice; a column drawn over itself gets another.</summary>
    private static DataFrame Distinct(Column x, List<Column> y)
    {
        var columns = new List<Column> { x };
        foreach (var column in y)
        {
            var name = column.Name!;
            while (columns.Exists(taken => taken.Name == name)) name += " ";
            columns.Add(name == column.Name ? column : column.Named(name));
        }
        return new DataFrame(columns);
    }

    private static bool IsNumeric(Column column) => ColumnTypes.IsNumeric(column.Type);

    private static double ToDouble(object value) => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
}
