using System.Text.Json.Nodes;

namespace Refrain;

/// <summary>What is selected in a chart of Vega-Lite: for each selection among its <c>params</c>, points or intervals.</summary>
/// <example><code>
/// var chosen = Ui.VegaLiteChart(spec, cars, select: true);
/// Ui.DataFrame(chosen.IsEmpty ? cars : chosen.RowsOf(cars));
/// </code></example>
public sealed class VegaSelection : IEquatable<VegaSelection>
{
    /// <summary>The browser's own number of a point that was selected whole.</summary>
    private const string PointId = "_vgsid_";

    private readonly IReadOnlyList<string> _names;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> _points;
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<object?>>> _intervals;
    private readonly string _wire;

    internal VegaSelection(
        string? of, IEnumerable<string> names, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> points,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<object?>>> intervals, string wire) =>
        (Of, _names, _points, _intervals, _wire) = (of, [.. names], points, intervals, wire);

    /// <summary>Whether nothing is selected.</summary>
    public bool IsEmpty => _points.Values.All(points => points.Count == 0) && _intervals.Values.All(fields => fields.Count == 0);

    /// <summary>The chart it was made in; <see langword="null"/> while nothing was ever selected.</summary>
    internal string? Of { get; }

    internal static VegaSelection None(IEnumerable<string> names) => new(
        null, names, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>(), new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<object?>>>(), "null");

    /// <summary>The points of a selection of points: the values of each by their fields. A number is a <c>double</c>, a time of the script's data a <c>DateTime</c>.</summary>
    /// <param name="selection">Its name among the specification's <c>params</c>.</param>
    /// <exception cref="ArgumentException">The chart has no selection of this name.</exception>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Points(string selection) => Known(selection, _points) is { } points
        ? [.. points.Select(point => point.Where(field => field.Key != PointId).ToDictionary())]
        : [];

    /// <summary>The interval of numbers that is selected along a field; <see langword="null"/> when none is.</summary>
    /// <param name="selection">Its name among the specification's <c>params</c>.</param>
    /// <param name="field">The field along which it goes.</param>
    /// <exception cref="ArgumentException">The chart has no selection of this name.</exception>
    public (double From, double To)? Range(string selection, string field) =>
        Values(selection, field) is [double from, double to] ? (from, to) : null;

    /// <summary>The interval of times that is selected along a field of the script's data; <see langword="null"/> when none is.</summary>
    /// <param name="selection">Its name among the specification's <c>params</c>.</param>
    /// <param name="field">The field along which it goes.</param>
    /// <exception cref="ArgumentException">The chart has no selection of this name.</exception>
    public (DateTime From, DateTime To)? TimeRange(string selection, string field) =>
        Values(selection, field) is [DateTime from, DateTime to] ? (from, to) : null;

    /// <summary>The values a selection has of a field: of every point one, of an interval of numbers or times its ends, of one over names those that lie in it.</summary>
    /// <param name="selection">Its name among the specification's <c>params</c>.</param>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">The chart has no selection of this name.</exception>
    public IReadOnlyList<object?> Values(string selection, string field)
    {
        if (Known(selection, _intervals) is { } fields)
            return fields.TryGetValue(field, out var values) ? values : [];
        return [.. Points(selection).Where(point => point.ContainsKey(field)).Select(point => point[field])];
    }

    /// <summary>The rows of the data that are selected, in every selection that has anything, as a frame of their own.</summary>
    /// <param name="data">The data that were given to the chart.</param>
    /// <exception cref="ArgumentException">A selection goes along a field that is no column of the data.</exception>
    public DataFrame RowsOf(DataFrame data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var rows = Enumerable.Range(0, data.RowCount);
        foreach (var (_, points) in _points.Where(selection => selection.Value.Count > 0))
            rows = Within(rows, data, points);
        foreach (var (field, values) in _intervals.SelectMany(selection => selection.Value))
        {
            var column = ColumnOf(data, field);
            rows = rows.Where(row => Lies(column[row], values)).ToList();
        }

        return data.Gather([.. rows]);
    }

    internal JsonNode? ToWire() => IsEmpty ? null : JsonNode.Parse(_wire);

    private static int[] Within(IEnumerable<int> rows, DataFrame data, IReadOnlyList<IReadOnlyDictionary<string, object?>> points)
    {
        var whole = points[0].ContainsKey(PointId);
        var fields = points[0].Keys.Where(field => !whole || data.Columns.Contains(field)).ToArray();
        var columns = fields.Select(field => ColumnOf(data, field)).ToArray();
        var wanted = points.Select(point => new Key([.. fields.Select(field => point.GetValueOrDefault(field))])).ToHashSet();
        return [.. rows.Where(row => wanted.Contains(new Key([.. columns.Select(column => Plain(column[row]))])))];
    }

    private static Column ColumnOf(DataFrame data, string field) => data.Columns.Contains(field)
        ? data[field]
        : throw new ArgumentException($"The selection goes along \"{field}\", which is no column of the data. Ask for its values with Values or Points.", nameof(data));

    private static bool Lies(object? cell, IReadOnlyList<object?> values) => (Plain(cell), values) switch
    {
        (double number, [double from, double to]) => number >= from && number <= to,
        (DateTime time, [DateTime from, DateTime to]) => time >= from && time <= to,
        var (value, _) => values.Contains(value),
    };

    /// <summary>A cell as the browser would tell it.</summary>
    private static object? Plain(object? cell) => cell switch
    {
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        DateTime time => new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond)),
        TimeSpan span => span.TotalMilliseconds,
        null or string or bool => cell,
        IConvertible number => number.ToDouble(System.Globalization.CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };

    private T? Known<T>(string selection, IReadOnlyDictionary<string, T> selected)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (!_names.Contains(selection))
            throw new ArgumentException($"The chart has no selection \"{selection}\". It has: {string.Join(", ", _names)}.", nameof(selection));
        return selected.GetValueOrDefault(selection);
    }

    /// <summary>Whether the same is selected.</summary>
    public bool Equals(VegaSelection? other) => other is not null && ((IsEmpty && other.IsEmpty) || _wire == other._wire);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VegaSelection);

    /// <inheritdoc/>
    public override int GetHashCode() => IsEmpty ? 0 : _wire.GetHashCode(StringComparison.Ordinal);

    private readonly struct Key(object?[] values) : IEquatable<Key>
    {
        private readonly object?[] _values = values;

        public bool Equals(Key other) => _values.SequenceEqual(other._values);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var value in _values) hash.Add(value);
            return hash.ToHashCode();
        }
    }
}
