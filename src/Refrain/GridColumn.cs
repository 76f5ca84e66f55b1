using Refrain.Elements;

namespace Refrain;

/// <summary>How a column of a table is shown. What is not said is as the column's type has it.</summary>
/// <example><code>
/// Ui.DataFrame(films, columns: new Dictionary&lt;string, GridColumn&gt;
/// {
///     ["Title"] = new() { Pinned = true, Width = 240 },
///     ["Gross"] = new() { Prefix = "$", Decimals = 0 },
///     ["Page"] = GridColumn.Link("open"),
///     ["Rating"] = GridColumn.Progress(0, 10),
/// });
/// </code></example>
public sealed record GridColumn
{
    /// <summary>What stands at its head. Default: the column's name.</summary>
    public string? Label { get; init; }

    /// <summary>A longer explanation, shown when the pointer rests on its head. Default: none.</summary>
    public string? Help { get; init; }

    /// <summary>How wide it is at first, in pixels, between 40 and 1,000. Default: as its first rows need.</summary>
    public int? Width { get; init; }

    /// <summary>Where its cells stand. Default: numbers on the right, the rest on the left.</summary>
    public GridAlign? Align { get; init; }

    /// <summary>Whether it is left out at first; a reader can show it. Default: no.</summary>
    public bool Hidden { get; init; }

    /// <summary>Whether it stays at the left while the rest is scrolled. Default: no.</summary>
    public bool Pinned { get; init; }

    /// <summary>How many digits stand after the point of a number, 0 to 15. Default: as many as it has, at most six.</summary>
    public int? Decimals { get; init; }

    /// <summary>How a number reads. Default: <see cref="GridNotation.Grouped"/>, but a year or an id is never grouped.</summary>
    public GridNotation? Notation { get; init; }

    /// <summary>What stands before each value, for example <c>$</c>. Default: nothing.</summary>
    public string? Prefix { get; init; }

    /// <summary>What stands after each value, for example <c> km</c>. Default: nothing.</summary>
    public string? Suffix { get; init; }

    internal ColumnLook Look { get; init; }

    /// <summary>The least number a data editor takes; of a progress bar, the number of an empty bar. Default: any.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest number a data editor takes; of a progress bar, the number of a full bar. Default: any.</summary>
    public double? Max { get; init; }

    /// <summary>Whether a data editor leaves the column as it is. Default: no.</summary>
    public bool Disabled { get; init; }

    /// <summary>Whether a data editor keeps cells from being empty. An added row counts once it has all that is required. Default: no.</summary>
    public bool Required { get; init; }

    /// <summary>How many characters a data editor takes, 1 to 10,000. Default: 10,000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The values a data editor offers, and takes no others. Default: any value of the column's type.</summary>
    public IReadOnlyList<object>? Options { get; init; }

    /// <summary>What a row that is added in a data editor has in this column. Default: nothing.</summary>
    public object? Default { get; init; }

    internal string? Display { get; init; }

    /// <summary>Addresses, shown as links. Those that are not of <c>http</c>, <c>https</c> or <c>mailto</c> stay text.</summary>
    /// <param name="display">What each link reads. Default: the address.</param>
    public static GridColumn Link(string? display = null) => new() { Look = ColumnLook.Link, Display = display };

    /// <summary>Addresses of images, shown as such: of this server, or <c>data:image/…</c>. The page's security policy keeps other hosts out.</summary>
    public static GridColumn Image() => new() { Look = ColumnLook.Image };

    /// <summary>Numbers, shown as bars.</summary>
    /// <param name="min">The number of an empty bar. Default: 0.</param>
    /// <param name="max">The number of a full bar. Default: 1.</param>
    public static GridColumn Progress(double min = 0, double max = 1) => new() { Look = ColumnLook.Progress, Min = min, Max = max };

    /// <summary>Texts of numbers with commas or blanks between, each shown as a small line.</summary>
    public static GridColumn Sparkline() => new() { Look = ColumnLook.Sparkline };
}

/// <summary>Where the cells of a column stand.</summary>
public enum GridAlign
{
    /// <summary>On the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>On the right.</summary>
    Right,
}

/// <summary>How a number reads.</summary>
public enum GridNotation
{
    /// <summary>1,234,567</summary>
    Grouped,

    /// <summary>1234567</summary>
    Plain,

    /// <summary>0.25 as 25%</summary>
    Percent,

    /// <summary>1.2M</summary>
    Compact,

    /// <summary>1.23E6</summary>
    Scientific,
}
