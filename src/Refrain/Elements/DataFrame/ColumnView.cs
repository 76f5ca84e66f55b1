using Refrain.Frames.Columns;

namespace Refrain.Elements;

/// <summary>What the cells of a column are drawn as.</summary>
internal enum ColumnLook
{
    Value,
    Link,
    Image,
    Progress,
    Sparkline,
}

/// <summary>The options of one column on the wire: only what differs from the usual.</summary>
internal sealed record ColumnView(int Index)
{
    private const int Narrowest = 40;
    private const int Widest = 1_000;
    private const int MostDecimals = 15;

    public string? Label { get; init; }

    public string? Help { get; init; }

    public int? Width { get; init; }

    public GridAlign? Align { get; init; }

    public bool? Hidden { get; init; }

    public bool? Pinned { get; init; }

    public int? Decimals { get; init; }

    public GridNotation? Notation { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public ColumnLook? Look { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public string? Display { get; init; }

    /// <summary>The options a script gave, checked against the columns there are.</summary>
    public static ColumnView[]? AllOf(string element, DataFrame frame, IReadOnlyDictionary<string, GridColumn>? columns)
    {
        if (columns is null or { Count: 0 }) return null;
        var views = new List<ColumnView>();
        foreach (var (name, options) in columns)
        {
            if (!frame.Columns.Contains(name)) throw ElementErrors.NoColumn(element, nameof(columns), name, frame.Columns.Names);
            views.Add(Of(element, frame.Names.Find(name), frame[name], options));
        }

        return [.. views.OrderBy(view => view.Index)];
    }

    private static ColumnView Of(string element, int index, Column column, GridColumn options)
    {
        if (options.Width is < Narrowest or > Widest) throw ElementErrors.ColumnOption(element, column.Name!, "Width", options.Width.Value, Narrowest, Widest);
        if (options.Decimals is < 0 or > MostDecimals) throw ElementErrors.ColumnOption(element, column.Name!, "Decimals", options.Decimals.Value, 0, MostDecimals);
        if (options.Min >= options.Max) throw ElementErrors.MinOverMax(element, column.Name!, options.Min.Value, options.Max.Value);
        var fits = options.Look switch
        {
            ColumnLook.Progress => ColumnTypes.IsNumeric(column.Type),
            ColumnLook.Link or ColumnLook.Image or ColumnLook.Sparkline => column.Type == typeof(string),
            _ => true,
        };
        if (!fits) throw ElementErrors.ColumnLookUnfit(element, column, options.Look);
        return new ColumnView(index)
        {
            Label = options.Label,
            Help = options.Help,
            Width = options.Width,
            Align = options.Align,
            Hidden = options.Hidden ? true : null,
            Pinned = options.Pinned ? true : null,
            Decimals = options.Decimals,
            Notation = options.Notation,
            Prefix = options.Prefix,
            Suffix = options.Suffix,
            Look = options.Look == ColumnLook.Value ? null : options.Look,
            Min = options.Min,
            Max = options.Max,
            Display = options.Display,
        };
    }
}
