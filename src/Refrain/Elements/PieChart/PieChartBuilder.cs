using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>The parts of a whole as slices, with their shares beside them.</summary>
    /// <remarks>Rows of one label are added up. Of more than 8 labels the 7 largest stand alone and the rest are one slice, "Other".</remarks>
    /// <param name="data">A <see cref="Refrain.DataFrame"/>, or whatever <see cref="DataFrame"/> takes; a dictionary of numbers by name, for example.</param>
    /// <param name="label">The column that names the slices. Default: the first with text, else the first other than <paramref name="value"/>.</param>
    /// <param name="value">The column of their sizes, 0 or more; rows without one are left out. Default: the first that holds numbers.</param>
    /// <param name="donut">Whether the middle is open, and says the sum.</param>
    /// <param name="height">The height in pixels. Default: by the page.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ElementException">There is no such column, none that holds numbers, or a size is less than 0.</exception>
    /// <example><code>
    /// Ui.PieChart(data.GroupBy("Country").Count());
    /// Ui.PieChart(data, "Country", "People", donut: true);
    /// </code></example>
    public void PieChart(
        object data, string? label = null, string? value = null, bool donut = false, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new PieRequest(label, value, donut, height).Of(data), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.PieChart(object, string?, string?, bool, int?, string, int)"/>
    public static void PieChart(
        object data, string? label = null, string? value = null, bool donut = false, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.PieChart(data, label, value, donut, height, file, line);
}
