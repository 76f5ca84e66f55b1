using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Elements;

/// <summary>What the cells of one column may be in an editor; on the wire only what differs from the usual.</summary>
internal sealed record ColumnRule(int Index)
{
    private HashSet<object>? _offered;

    public bool? Disabled { get; init; }

    public bool? Required { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<string>? Options { get; init; }

    public string? Default { get; init; }

    internal required Type Type { get; init; }

    /// <summary>Whether the browser must be told of it.</summary>
    internal bool Matters => this is not { Disabled: null, Required: null, Min: null, Max: null, MaxLength: null, Options: null, Default: null };

    /// <summary>The rules of all columns, checked against the columns there are.</summary>
    internal static ColumnRule[] AllOf(string element, DataFrame frame, IReadOnlyDictionary<string, GridColumn>? columns) =>
    [
        .. frame.Columns.Select((column, index) =>
            Of(element, column, index, columns is not null && columns.TryGetValue(column.Name!, out var options) ? options : new())),
    ];

    /// <summary>Reads what a browser sent for a cell; says what is wrong with it in words for who typed it.</summary>
    internal string? Read(string? typed, out object? value)
    {
        value = null;
        return (typed is null ? null : CellInput.Read(Type, typed, out value)) ?? Refusal(value);
    }

    /// <summary>Why a cell may not have a value; <see langword="null"/> when it may.</summary>
    internal string? Refusal(object? value)
    {
        if (value is null)
            return Required == true ? "A value is needed here." : null;
        if (_offered is not null && !_offered.Contains(value))
            return $"{CellInput.Quoted(CellInput.Text(value)!)} is not one of the options.";
        if (value is string text)
            return text.Length > (MaxLength ?? CellInput.LongestText) ? $"The text has more than {MaxLength ?? CellInput.LongestText} characters." : null;
        if (!ColumnTypes.IsNumeric(Type))
            return null;
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (number < Min)
            return $"{CellInput.Text(value)} is less than {CellInput.Text(Min)}, the least that is taken here.";
        return number > Max ? $"{CellInput.Text(value)} is more than {CellInput.Text(Max)}, the most that is taken here." : null;
    }

    private static ColumnRule Of(string element, Column column, int index, GridColumn options)
    {
        var isNumeric = ColumnTypes.IsNumeric(column.Type);
        if (options.MaxLength is < 1 or > CellInput.LongestText)
            throw ElementErrors.ColumnOption(element, column.Name!, "MaxLength", options.MaxLength.Value, 1, CellInput.LongestText);
        if (options.MaxLength is not null && column.Type != typeof(string))
            throw ElementErrors.ColumnRuleUnfit(element, column, "MaxLength", "text");
        if (!isNumeric && (options.Min ?? options.Max) is not null)
            throw ElementErrors.ColumnRuleUnfit(element, column, options.Min is null ? "Max" : "Min", "numbers");
        var offered = options.Options?.Select(option => Fitting(element, column, "Options", option)).ToList();
        var rule = new ColumnRule(index)
        {
            Type = column.Type,
            _offered = offered?.ToHashSet(),
            Disabled = options.Disabled ? true : null,
            Required = options.Required ? true : null,
            // A bar shows a share of a range; what lies outside is shown full or empty, and may still be entered.
            Min = options.Look == ColumnLook.Progress ? null : options.Min,
            Max = options.Look == ColumnLook.Progress ? null : options.Max,
            MaxLength = options.MaxLength,
            Options = offered?.ConvertAll(option => CellInput.Text(option)!),
        };
        if (options.Default is null)
            return rule;
        var value = Fitting(element, column, "Default", options.Default);
        return rule.Refusal(value) is { } reason
            ? throw ElementErrors.ColumnValueUnfit(element, column, "Default", reason)
            : rule with { Default = CellInput.Text(value) };
    }

    private static object Fitting(string element, Column column, string rule, object value) =>
        CellInput.Read(column.Type, CellInput.Text(value) ?? "", out var fitting) is { } reason
            ? throw ElementErrors.ColumnValueUnfit(element, column, rule, reason)
            : fitting ?? throw ElementErrors.ColumnValueUnfit(element, column, rule, "It is empty.");
}
