using System.Diagnostics.CodeAnalysis;

namespace Refrain.Elements;

/// <summary>A table whose cells can be edited; where it says so, rows can be added and deleted.</summary>
internal sealed record DataEditorGrid : DataFrameGrid
{
    [SetsRequiredMembers]
    internal DataEditorGrid(DataFrame frame, GridLook look, GridRows rows)
        : base("DataEditor", frame, look)
    {
        AllRules = ColumnRule.AllOf("DataEditor", frame, look.Columns);
        Rules = AllRules.Where(rule => rule.Matters).ToArray() is { Length: > 0 } rules ? rules : null;
        Dynamic = rows == GridRows.Dynamic ? true : null;
    }

    internal override string Kind => "dataEditor";

    /// <summary>What cells may be, of the columns where not every value of their type will do.</summary>
    public IReadOnlyList<ColumnRule>? Rules { get; }

    /// <summary>Whether rows can be added and deleted.</summary>
    public bool? Dynamic { get; }

    internal IReadOnlyList<ColumnRule> AllRules { get; }

    internal EditsWire Wire => new(Frame, Source, AllRules, Dynamic == true);
}
