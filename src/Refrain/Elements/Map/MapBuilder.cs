using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>Points on a map of the world, which is part of the page: no map server is asked.</summary>
    /// <remarks>The map shows the stretch in which the points lie (Mercator's projection); it can be zoomed and moved. Of more than 5,000 points the browser gets the largest of each
    /// colour in each cell of a grid, and those farthest out.</remarks>
    /// <param name="data">A <see cref="Refrain.DataFrame"/>, or whatever <see cref="DataFrame"/> takes.</param>
    /// <param name="latitude">The column of degrees north, -90 to 90. Default: the one named <c>latitude</c> or <c>lat</c>, in any case.</param>
    /// <param name="longitude">The column of degrees east, -180 to 180. Default: the one named <c>longitude</c>, <c>lon</c>, <c>lng</c> or <c>long</c>, in any case.</param>
    /// <param name="size">A column of numbers: the greatest is the largest point. Default: all points are small.</param>
    /// <param name="color">A column whose values have a colour each, the seven most frequent of more than eight. Default: all points have one colour.</param>
    /// <param name="height">The height in pixels. Default: by the page.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ElementException">There is no such column, or a place is not on the earth.</exception>
    /// <example><code>
    /// Ui.Map(data, latitude: "Lat", longitude: "Lon", size: "People", color: "Country");
    /// </code></example>
    public void Map(
        object data, string? latitude = null, string? longitude = null, string? size = null, string? color = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new MapRequest(latitude, longitude, size, color, height).Of(data), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Map(object, string?, string?, string?, string?, int?, string, int)"/>
    public static void Map(
        object data, string? latitude = null, string? longitude = null, string? size = null, string? color = null, int? height = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Map(data, latitude, longitude, size, color, height, file, line);
}
