namespace Refrain.Elements;

/// <summary>Where the points of a map lie; those without a place are none.</summary>
internal sealed class MapPoints
{
    /// <summary>More points than these a map does not get.</summary>
    public const int Most = 5_000;

    private readonly double[] _latitudes;
    private readonly double[] _longitudes;
    private readonly double[]? _sizes;
    private readonly int[]? _colors;

    public MapPoints(double[] latitudes, double[] longitudes, double[]? sizes, int[]? colors)
    {
        (_latitudes, _longitudes, _sizes, _colors) = (latitudes, longitudes, sizes, colors);
        for (var row = 0; row < latitudes.Length; row++)
        {
            if (!IsPlace(row))
                continue;
            Count++;
            (South, North) = (Math.Min(South, latitudes[row]), Math.Max(North, latitudes[row]));
            (West, East) = (Math.Min(West, longitudes[row]), Math.Max(East, longitudes[row]));
        }
    }

    /// <summary>How many points there are.</summary>
    public int Count { get; }

    /// <summary>How many rows have no place.</summary>
    public int Without => _latitudes.Length - Count;

    public double South { get; } = double.PositiveInfinity;

    public double North { get; } = double.NegativeInfinity;

    public double West { get; } = double.PositiveInfinity;

    public double East { get; } = double.NegativeInfinity;

    /// <summary>The points as a frame. Of more than <see cref="Most"/>, one of each colour in each cell of a grid over them: the largest; and those farthest out.</summary>
    public DataFrame Reduced()
    {
        var rows = Count <= Most ? [.. Enumerable.Range(0, _latitudes.Length).Where(IsPlace)] : Kept();
        var frame = new DataFrame(
            ("latitude", Array.ConvertAll(rows, row => _latitudes[row])),
            ("longitude", Array.ConvertAll(rows, row => _longitudes[row])));
        if (_sizes is not null)
            frame["size"] = Radii(rows, _sizes);
        if (_colors is not null)
            frame["color"] = Array.ConvertAll(rows, row => _colors[row]);
        return frame;
    }

    private bool IsPlace(int row) => !double.IsNaN(_latitudes[row]) && !double.IsNaN(_longitudes[row]);

    private int[] Kept()
    {
        var colors = _colors is null ? 1 : _colors.Max() + 1;
        var side = (int)Math.Sqrt((Most - 4) / colors);
        var cells = new int[side * side * colors];
        Array.Fill(cells, -1);
        int[] farthest = [-1, -1, -1, -1];
        for (var row = 0; row < _latitudes.Length; row++)
        {
            if (!IsPlace(row))
                continue;
            ref var kept = ref cells[(((Cell(_latitudes[row], South, North, side) * side) + Cell(_longitudes[row], West, East, side)) * colors) + (_colors?[row] ?? 0)];
            if (kept < 0 || SizeAt(row) > SizeAt(kept))
                kept = row;
            Keep(0, _latitudes[row] == South, row);
            Keep(1, _latitudes[row] == North, row);
            Keep(2, _longitudes[row] == West, row);
            Keep(3, _longitudes[row] == East, row);
        }

        return [.. cells.Concat(farthest).Where(row => row >= 0).Distinct().Order()];

        void Keep(int side, bool isFarthest, int row)
        {
            if (isFarthest && farthest[side] < 0)
                farthest[side] = row;
        }
    }

    private double SizeAt(int row) => _sizes is null || double.IsNaN(_sizes[row]) ? double.NegativeInfinity : _sizes[row];

    private static int Cell(double value, double least, double greatest, int side) =>
        greatest > least ? Math.Min(side - 1, (int)((value - least) / (greatest - least) * side)) : 0;

    /// <summary>From 0 to 1, so that the area of a point grows with its size; a point without a size is as small as the smallest.</summary>
    private static double[] Radii(int[] rows, double[] sizes)
    {
        var known = rows.Select(row => sizes[row]).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (least, greatest) = (known.Min(), known.Max());
        return Array.ConvertAll(rows, row => sizes[row] is var size && size > least ? Math.Min(1, Math.Sqrt((size - least) / (greatest - least))) : 0);
    }
}
