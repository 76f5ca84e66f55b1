using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A table that can be scrolled and sorted. The browser reads only the rows it shows, so it may be long.</summary>
    /// <param name="data">A <see cref="Refrain.DataFrame"/>, a <c>DataTable</c>, a sequence of objects, a 2-D array, or a dictionary of columns by name.</param>
    /// <param name="height">Its height in pixels. Default: by the number of rows, up to ten.</param>
    /// <param name="label">What a screen reader calls it. Default: its number of rows and columns.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ElementException"><paramref name="data"/> is no table, or has no end.</exception>
    /// <example><code>
    /// Ui.DataFrame(new[] { new { City = "Oslo", People = 717_710 }, new { City = "Bergen", People = 291_940 } });
    /// </code></example>
    public void DataFrame(
        object data, int? height = null, string? label = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(DataFrameGrid.Of(Tables.ToFrame("DataFrame", nameof(data), data), height, label), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.DataFrame(object, int?, string?, string, int)"/>
    public static void DataFrame(
        object data, int? height = null, string? label = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.DataFrame(data, height, label, file, line);
}
