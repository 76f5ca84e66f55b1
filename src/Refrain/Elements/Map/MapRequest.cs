using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Elements;

/// <summary>What a script asked of a map.</summary>
internal sealed record MapRequest(string? Latitude, string? Longitude, string? Size, string? Color, int? Height)
{
    private const string Element = "Map";
    private static readonly string[] Latitudes = ["latitude", "lat"];
    private static readonly string[] Longitudes = ["longitude", "lon", "lng", "long"];

    /// <summary>The map of some data.</summary>
    public Map Of(object data)
    {
        if (Height < 1) throw ElementErrors.HeightNotPositive(Element, Height.Value);
        var frame = Tables.ToFrame(Element, nameof(data), data);
        var latitude = Degrees(frame, "latitude", Latitude, Latitudes);
        var longitude = Degrees(frame, "longitude", Longitude, Longitudes);
        var size = Size is { } name ? Numeric(frame, "size", name) : null;
        var colors = Color is { } color ? MapColors.From(Named(frame, "color", color)) : null;

        var points = new MapPoints(Read(latitude, "latitude", 90), Read(longitude, "longitude", 180), size is null ? null : AxisValues.ToArray(size), colors?.Places);
        return new Map(points.Reduced())
        {
            Size = size?.Name,
            Color = Color,
            Labels = colors?.Labels,
            Height = Height,
            Description = Describe(points),
        };
    }

    private static Column Degrees(DataFrame frame, string parameter, string? name, string[] usual)
    {
        if (name is not null) return Numeric(frame, parameter, name);
        var found = usual.Select(one => frame.Columns.FirstOrDefault(column => string.Equals(column.Name, one, StringComparison.OrdinalIgnoreCase))).OfType<Column>().FirstOrDefault();
        return found is null ? throw ElementErrors.NoDegrees(parameter, usual, frame.Columns.Names) : Numeric(frame, parameter, found.Name!);
    }

    private static Column Numeric(DataFrame frame, string parameter, string name)
    {
        var column = Named(frame, parameter, name);
        return ColumnTypes.IsNumeric(column.Type) ? column
            : throw ElementErrors.NotNumeric(Element, parameter, column, frame.Columns.Where(other => ColumnTypes.IsNumeric(other.Type)));
    }

    private static Column Named(DataFrame frame, string parameter, string name) =>
        frame.Columns.Contains(name) ? frame[name] : throw ElementErrors.NoColumn(Element, parameter, name, frame.Columns.Names);

    private static double[] Read(Column column, string parameter, double most)
    {
        var degrees = AxisValues.ToArray(column);
        var row = Array.FindIndex(degrees, value => Math.Abs(value) > most);
        return row < 0 ? degrees : throw ElementErrors.OutsideTheWorld(parameter, column.Name!, row, degrees[row], most);
    }

    private static string Describe(MapPoints points)
    {
        var left = points.Without == 0 ? "" : $"; {Quantity.Of(points.Without, "row")} without a place left out";
        return points.Count == 0
            ? $"Map, no points{left}"
            : $"Map of {Quantity.Of(points.Count, "point")}, latitude {Text(points.South)} to {Text(points.North)}, longitude {Text(points.West)} to {Text(points.East)}{left}";
    }

    private static string Text(double degrees) => degrees.ToString("0.###", CultureInfo.InvariantCulture);
}
