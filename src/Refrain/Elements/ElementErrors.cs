using System.Numerics;
using Refrain.Frames.Columns;

namespace Refrain.Elements;

/// <summary>Everything an element refuses, in one place so that it has one voice.</summary>
internal static class ElementErrors
{
    public static void ThrowIfUnlabelled(string element, string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (string.IsNullOrWhiteSpace(label))
        {
            throw new ElementException(
                "RFN0300",
                $"{element} has an empty label. Give it one that says what it is; screen readers say it even where it is not seen. "
                + "A widget takes labelVisibility: LabelVisibility.Hidden to hide it.")
            { Parameter = "label" };
        }
    }

    public static ElementException MinOverMax<T>(string element, string label, T min, T max)
        where T : struct, INumber<T> => new(
            "RFN0301",
            $"{element} \"{label}\": min is {Numbers.Written(min)} and max is {Numbers.Written(max)}. Make min the smaller of the two.")
        { Parameter = "min" };

    public static ElementException ValueOutside<T>(string element, string label, T value, T? min, T? max)
        where T : struct, INumber<T> => new(
            "RFN0302",
            $"{element} \"{label}\": value is {Numbers.Written(value)}, which is not {Bounds(min, max)}. "
            + "Give a value within the bounds, or widen min and max.")
        { Parameter = "value" };

    public static ElementException StepNotPositive<T>(string element, string label, T step)
        where T : struct, INumber<T> => new(
            "RFN0303", $"{element} \"{label}\": step is {Numbers.Written(step)}. Give a step greater than 0.")
        { Parameter = "step" };

    public static void ThrowIfUncountable<T>(string element, string label, string parameter, T number)
        where T : struct, INumber<T>
    {
        if (!T.IsFinite(number))
        {
            throw new ElementException(
                "RFN0304", $"{element} \"{label}\": {parameter} is {Numbers.Written(number)}. Give a number that is neither NaN nor infinite.")
            { Parameter = parameter };
        }

        if (number is long large && large is > Numbers.LargestInBrowser or < -Numbers.LargestInBrowser)
        {
            throw new ElementException(
                "RFN0305",
                $"{element} \"{label}\": {parameter} is {Numbers.Written(number)}. A browser counts exactly only between "
                + $"-{Numbers.LargestInBrowser} and {Numbers.LargestInBrowser}; give a number between these, or use TextInput.")
            { Parameter = parameter };
        }
    }

    public static ElementException RangeReversed<T>(string label, T low, T high)
        where T : struct, INumber<T> => new(
            "RFN0306",
            $"Slider \"{label}\": value is ({Numbers.Written(low)}, {Numbers.Written(high)}). Put the lower end of the range first.")
        { Parameter = "value" };

    public static ElementException NoOptions(string label) => new(
        "RFN0307",
        $"SelectBox \"{label}\" has no options. Give it at least one, or leave it out while there is nothing to choose from.")
    { Parameter = "options" };

    public static ElementException IndexOutside(string label, int index, int count) => new(
        "RFN0308",
        $"SelectBox \"{label}\": index is {index} and there are {count} options. Give 0 to {count - 1}, or null for none chosen at first.")
    { Parameter = "index" };

    public static ElementException NotAnOption(string label, string value, IEnumerable<string> options) => new(
        "RFN0309", $"SelectBox \"{label}\": value is {value}, which is not one of its options: {Listed(options)}.")
    { Parameter = "value" };

    public static ElementException MaxLengthTooSmall(string label, int maxLength) => new(
        "RFN0310", $"TextInput \"{label}\": maxLength is {maxLength}. Give 1 or more, or leave it out.")
    { Parameter = "maxLength" };

    public static ElementException TextTooLong(string label, int length, int maxLength) => new(
        "RFN0311",
        $"TextInput \"{label}\": value has {length} characters and maxLength is {maxLength}. Give a shorter value, or raise maxLength.")
    { Parameter = "value" };

    public static ElementException NoColumns(int count) => new(
        "RFN0312", $"Columns: {count} columns were asked for. Ask for 1 to {Columns.Most}.")
    { Parameter = "count" };

    public static ElementException BadWidth(int index, double width) => new(
        "RFN0313", $"Columns: widths[{index}] is {Numbers.Written(width)}. Give each column a width greater than 0, for example [2, 1].")
    { Parameter = "widths" };

    public static ElementException ColumnsTaken(int made, int taken) => new(
        "RFN0314",
        $"Columns made {made} columns and {taken} are taken apart. Write Ui.Columns({taken}), or take all {made}.")
    { Parameter = "count" };

    public static ElementException NotJson(string reason, Exception inner) => new(
        "RFN0315",
        $"Json: the text is not JSON: {reason} Give JSON text, or the value itself; plain text goes to Ui.Text.", inner)
    { Parameter = "value" };

    public static ElementException NotAwaited(string type) => new(
        "RFN0316", $"Write got a {type} that was not awaited. Write \"await\" before the call that made it, to show what it gives.")
    { Parameter = "value" };

    public static ElementException NotATable(string element, string parameter, Type type) => new(
        "RFN0317",
        $"{element}: {parameter} is a {Display.TypeName(type)}, which is no table. Give a DataFrame, a DataTable, a sequence of objects, "
        + "a 2-D array, or a dictionary of columns by name.")
    { Parameter = parameter };

    public static ElementException NotAggregated(string element, string parameter) => new(
        "RFN0318", $"{element}: {parameter} is the result of GroupBy, which is groups and not yet rows. Say what of each group: add .Count(), .Sum(\"…\") or .Mean(\"…\").")
    { Parameter = parameter };

    public static ElementException NoEnd(string element, string parameter) => new(
        "RFN0319",
        $"{element}: {parameter} is a sequence of more than {Display.Count(Tables.MostRowsOfSequence)} rows, and may have no end. "
        + "Take a part of it with .Take(…), or make it a list with .ToList() if it is meant to be that long.")
    { Parameter = parameter };

    public static ElementException HeightNotPositive(string element, int height) => new(
        "RFN0320", $"{element}: height is {height}. Give a number of pixels greater than 0, or leave it out.")
    { Parameter = "height" };

    public static ElementException NoColumn(string element, string parameter, string name, IReadOnlyList<string> names)
    {
        var near = Nearest.To(name, names);
        return new ElementException(
            "RFN0321",
            $"{element}: {parameter} names the column \"{name}\", which is not there. "
            + (near is null ? "" : $"Did you mean \"{near}\"? ") + $"The columns are: {Listed(names)}.")
        { Parameter = parameter };
    }

    public static ElementException NothingToDraw(string element, IEnumerable<Column> columns) => new(
        "RFN0322", $"{element}: there is no column of numbers to draw. The columns are: {Listed(columns.Select(Described))}.")
    { Parameter = "data" };

    public static ElementException NotNumeric(string element, string parameter, Column column, IEnumerable<Column> numeric)
    {
        var others = numeric.Select(other => other.Name!).ToList();
        return new ElementException(
            "RFN0323",
            $"{element}: {parameter} names the column {Described(column)}, which holds no numbers. "
            + (others.Count == 0 ? "No column of the data does." : $"The columns that do are: {Listed(others)}."))
        { Parameter = parameter };
    }

    public static ElementException TooManyY(string element, int count) => new(
        "RFN0324", $"{element}: {count} columns are too many to tell apart; at most {ChartColumns.MostY} are drawn. Name those you want with y: [\"…\"].")
    { Parameter = "y" };

    public static ElementException ColumnOption(string element, string column, string option, int value, int least, int most) => new(
        "RFN0325", $"{element}: {option} of the column \"{column}\" is {value}. Give {least} to {most}, or leave it out.")
    { Parameter = "columns" };

    public static ElementException ColumnLookUnfit(string element, Column column, ColumnLook look) => new(
        "RFN0326",
        $"{element}: the column {Described(column)} is to be shown by GridColumn.{look}, which needs a column of {(look == ColumnLook.Progress ? "numbers" : "text")}.")
    { Parameter = "columns" };

    public static ElementException TableTooLong(int rows) => new(
        "RFN0327",
        $"Table: data has {Display.Count(rows)} rows, and a table on the page has at most {Display.Count(Table.MostRows)}. "
        + "Use DataFrame, which shows any number, or take a part of it with .Take(…).")
    { Parameter = "data" };

    public static ElementException ColumnRuleUnfit(string element, Column column, string rule, string needed) => new(
        "RFN0340", $"{element}: {rule} of the column {Described(column)} needs a column of {needed}. Leave it out, or give it to another column.")
    { Parameter = "columns" };

    public static ElementException ColumnValueUnfit(string element, Column column, string rule, string reason) => new(
        "RFN0341", $"{element}: {rule} of the column {Described(column)} does not fit it: {reason}")
    { Parameter = "columns" };

    public static ElementException BadBins(int bins) => new(
        "RFN0350", $"Histogram: bins is {bins}. Give 1 to {Display.Count(Bins.Most)}, or leave it out.")
    { Parameter = "bins" };

    public static ElementException NotOnAnAxis(Column column) => new(
        "RFN0351",
        $"Histogram: columns names the column {Described(column)}, whose values lie on no axis. Count them instead: Ui.BarChart(data.GroupBy(\"{column.Name}\").Count()).")
    { Parameter = "columns" };

    public static ElementException DifferentAxes(Column column, Column other) => new(
        "RFN0352",
        $"Histogram: the columns {Described(column)} and {Described(other)} do not lie on one axis. Draw a histogram of each.")
    { Parameter = "columns" };

    public static ElementException TooManyHistograms(int count) => new(
        "RFN0353", $"Histogram: {count} columns over another are too many to tell apart; at most {HistogramRequest.MostColumns} are drawn. Name fewer with columns: [\"…\"].")
    { Parameter = "columns" };

    public static ElementException NegativeSlice(string label, string column, double value) => new(
        "RFN0354",
        $"PieChart: {column} of \"{label}\" is {Numbers.Written(value)}. A slice cannot be less than nothing: leave such rows out with .Where(…), or use BarChart.")
    { Parameter = "value" };

    public static ElementException NoDegrees(string parameter, IEnumerable<string> usual, IReadOnlyList<string> names) => new(
        "RFN0355",
        $"Map: no column is named as {parameter}s usually are ({string.Join(", ", usual)}). Name it with {parameter}: \"…\". The columns are: {Listed(names)}.")
    { Parameter = parameter };

    public static ElementException OutsideTheWorld(string parameter, string column, int row, double value, double most) => new(
        "RFN0356",
        $"Map: {column} of row {Display.Count(row)} is {Numbers.Written(value)}. A {parameter} has {-most} to {most} degrees"
        + (parameter == "latitude" ? "; are latitude and longitude swapped?" : "."))
    { Parameter = parameter };

    private static string Described(Column column) => $"{column.Name} ({Display.TypeName(column.Type)})";

    private static string Bounds<T>(T? min, T? max)
        where T : struct, INumber<T> => (min, max) switch
        {
            ({ } low, { } high) => $"between {Numbers.Written(low)} and {Numbers.Written(high)}",
            ({ } low, null) => $"{Numbers.Written(low)} or more",
            (null, { } high) => $"{Numbers.Written(high)} or less",
            _ => "a number",
        };

    private static string Listed(IEnumerable<string> names)
    {
        const int most = 10;
        var all = names.ToList();
        var listed = string.Join(", ", all.Take(most));
        return all.Count > most ? $"{listed} and {all.Count - most} more" : listed;
    }
}
