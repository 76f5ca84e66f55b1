using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>Columns of numbers as lines over another column.</summary>
    /// <param name="data">A <see cref="Refrain.DataFrame"/>, or whatever <see cref="DataFrame"/> takes.</param>
    /// <param name="x">The column across. Default: the first with dates, else the first with text, else the first of several; else the number of the row.</param>
    /// <param name="y">The column or columns to draw. Default: all others that hold numbers.</param>
    /// <param name="xLabel">What stands at the axis across. Default: the column's name.</param>
    /// <param name="yLabel">What stands at the axis upwards. Default: the column's name, when there is one.</param>
    /// <param name="height">The height in pixels. Default: by the page.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ElementException">There is no such column, or none that holds numbers.</exception>
    /// <example><code>
    /// Ui.LineChart(data.GroupBy("Date").Count());
    /// Ui.LineChart(data, x: "Date", y: ["Low", "High"]);
    /// </code></example>
    public void LineChart(
        object data, string? x = null, ColumnNames? y = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new ChartRequest(Mark.Line, x, y, xLabel, yLabel, height).Of(data), new(file, line));

    /// <summary>A line of the numbers of a sequence, in their order.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="xLabel">What stands at the axis across. Default: "row".</param>
    /// <param name="yLabel">What stands at the axis upwards. Default: "value".</param>
    /// <param name="height">The height in pixels. Default: by the page.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.LineChart([3, 1, 4, 1, 5]);
    /// </code></example>
    public void LineChart(
        IEnumerable<double> values, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new ChartRequest(Mark.Line, null, null, xLabel, yLabel, height).Of(values), new(file, line));

    /// <summary>Columns of numbers as bars, one group for each value of another column.</summary>
    /// <inheritdoc cref="LineChart(object, string?, ColumnNames?, string?, string?, int?, string, int)"/>
    public void BarChart(
        object data, string? x = null, ColumnNames? y = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new ChartRequest(Mark.Bar, x, y, xLabel, yLabel, height).Of(data), new(file, line));

    /// <summary>Bars of the numbers of a sequence, in their order.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="xLabel">What stands at the axis across. Default: "row".</param>
    /// <param name="yLabel">What stands at the axis upwards. Default: "value".</param>
    /// <param name="height">The height in pixels. Default: by the page.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.BarChart([3, 1, 4, 1, 5]);
    /// </code></example>
    public void BarChart(
        IEnumerable<double> values, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new ChartRequest(Mark.Bar, null, null, xLabel, yLabel, height).Of(values), new(file, line));

    /// <summary>Columns of numbers as areas over another column.</summary>
    /// <inheritdoc cref="LineChart(object, string?, ColumnNames?, string?, string?, int?, string, int)"/>
    public void AreaChart(
        object data, string? x = null, ColumnNames? y = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new ChartRequest(Mark.Area, x, y, xLabel, yLabel, height).Of(data), new(file, line));

    /// <summary>An area of the numbers of a sequence, in their order.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="xLabel">What stands at the axis across. Default: "row".</param>
    /// <param name="yLabel">What stands at the axis upwards. Default: "value".</param>
    /// <param name="height">The height in pixels. Default: by the page.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.AreaChart([3, 1, 4, 1, 5]);
    /// </code></example>
    public void AreaChart(
        IEnumerable<double> values, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new ChartRequest(Mark.Area, null, null, xLabel, yLabel, height).Of(values), new(file, line));

    /// <summary>Columns of numbers as points over another column.</summary>
    /// <inheritdoc cref="LineChart(object, string?, ColumnNames?, string?, string?, int?, string, int)"/>
    public void ScatterChart(
        object data, string? x = null, ColumnNames? y = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new ChartRequest(Mark.Point, x, y, xLabel, yLabel, height).Of(data), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.LineChart(object, string?, ColumnNames?, string?, string?, int?, string, int)"/>
    public static void LineChart(
        object data, string? x = null, ColumnNames? y = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.LineChart(data, x, y, xLabel, yLabel, height, file, line);

    /// <inheritdoc cref="Container.LineChart(IEnumerable{double}, string?, string?, int?, string, int)"/>
    public static void LineChart(
        IEnumerable<double> values, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.LineChart(values, xLabel, yLabel, height, file, line);

    /// <inheritdoc cref="Container.BarChart(object, string?, ColumnNames?, string?, string?, int?, string, int)"/>
    public static void BarChart(
        object data, string? x = null, ColumnNames? y = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.BarChart(data, x, y, xLabel, yLabel, height, file, line);

    /// <inheritdoc cref="Container.BarChart(IEnumerable{double}, string?, string?, int?, string, int)"/>
    public static void BarChart(
        IEnumerable<double> values, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.BarChart(values, xLabel, yLabel, height, file, line);

    /// <inheritdoc cref="Container.AreaChart(object, string?, ColumnNames?, string?, string?, int?, string, int)"/>
    public static void AreaChart(
        object data, string? x = null, ColumnNames? y = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.AreaChart(data, x, y, xLabel, yLabel, height, file, line);

    /// <inheritdoc cref="Container.AreaChart(IEnumerable{double}, string?, string?, int?, string, int)"/>
    public static void AreaChart(
        IEnumerable<double> values, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.AreaChart(values, xLabel, yLabel, height, file, line);

    /// <inheritdoc cref="Container.ScatterChart(object, string?, ColumnNames?, string?, string?, int?, string, int)"/>
    public static void ScatterChart(
        object data, string? x = null, ColumnNames? y = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.ScatterChart(data, x, y, xLabel, yLabel, height, file, line);
}
