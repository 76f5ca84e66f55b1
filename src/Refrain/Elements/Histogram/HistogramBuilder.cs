using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>How often the values of a column lie in each of some ranges. All rows are counted, however many there are.</summary>
    /// <remarks>Without <paramref name="bins"/> there are as many as the larger of two rules asks for, as NumPy's <c>auto</c> has it, at most 100, and their edges are made round:
    /// log2(n) + 1 (Sturges, "The choice of a class interval", 1926), and the range over 2 · IQR / ∛n (Freedman and Diaconis, "On the histogram as a density estimator: L2 theory", 1981).
    /// The quartiles of more than 20,000 values are those of an even sample. Each bin has its lower edge, and the last one its upper edge too.</remarks>
    /// <param name="data">A <see cref="Refrain.DataFrame"/>, or whatever <see cref="DataFrame"/> takes.</param>
    /// <param name="columns">The column or columns to count, of numbers, dates, times or durations. Default: the first that holds numbers, else the first with dates.</param>
    /// <param name="bins">The number of ranges, all of one width, from the least value to the greatest; 1 to 1,000. Default: by the values.</param>
    /// <param name="xLabel">What stands at the axis across. Default: the column's name, when there is one.</param>
    /// <param name="yLabel">What stands at the axis upwards. Default: "count".</param>
    /// <param name="height">The height in pixels. Default: by the page.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ElementException">There is no such column, or it holds text, or the columns do not lie on one axis.</exception>
    /// <example><code>
    /// Ui.Histogram(data, "Price");
    /// Ui.Histogram(data, ["Low", "High"], bins: 40);
    /// </code></example>
    public void Histogram(
        object data, ColumnNames? columns = null, int? bins = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new HistogramRequest(columns, bins, xLabel, yLabel, height).Of(data), new(file, line));

    /// <summary>How often the numbers of a sequence lie in each of some ranges.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="bins">The number of ranges, all of one width, from the least value to the greatest; 1 to 1,000. Default: by the values.</param>
    /// <param name="xLabel">What stands at the axis across. Default: "value".</param>
    /// <param name="yLabel">What stands at the axis upwards. Default: "count".</param>
    /// <param name="height">The height in pixels. Default: by the page.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.Histogram([3, 1, 4, 1, 5]);
    /// </code></example>
    public void Histogram(
        IEnumerable<double> values, int? bins = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new HistogramRequest(null, bins, xLabel, yLabel, height).Of(values), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Histogram(object, ColumnNames?, int?, string?, string?, int?, string, int)"/>
    public static void Histogram(
        object data, ColumnNames? columns = null, int? bins = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Histogram(data, columns, bins, xLabel, yLabel, height, file, line);

    /// <inheritdoc cref="Container.Histogram(IEnumerable{double}, int?, string?, string?, int?, string, int)"/>
    public static void Histogram(
        IEnumerable<double> values, int? bins = null, string? xLabel = null, string? yLabel = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Histogram(values, bins, xLabel, yLabel, height, file, line);
}
