using Refrain.Elements;

namespace Refrain;

/// <summary>What a data editor gives: the data with all edits in it, and the edits themselves.</summary>
/// <example><code>
/// var edited = Ui.DataEditor(stock, rows: GridRows.Dynamic);
/// Ui.Metric("Pieces", edited.Frame["Count"].Sum());
/// Ui.Caption($"{edited.Changes.Count} changes");
/// </code></example>
public sealed class EditedData : IEquatable<EditedData>
{
    private readonly Lazy<DataFrame> _built;
    private readonly Lazy<IReadOnlyList<GridChange>> _changes;
    private DataFrame? _frame;

    internal EditedData(DataFrame data, GridEdits edits)
        : this(edits, new(() => edits.ApplyTo(data)), new(() => edits.ChangesOf(data)))
    {
    }

    private EditedData(GridEdits edits, Lazy<DataFrame> built, Lazy<IReadOnlyList<GridChange>> changes) =>
        (Edits, _built, _changes) = (edits, built, changes);

    /// <summary>The data with all edits. It shares what was not edited with the data that were given, so that one edit of a hundred million rows is cheap; a script may change it.</summary>
    /// <remarks>Deleted rows are gone and added ones stand at the end. An added row that still lacks a required value is not there yet.</remarks>
    public DataFrame Frame => _frame ??= _built.Value.Copy();

    /// <summary>What was changed: cells by row and column, then added rows, then deleted ones.</summary>
    public IReadOnlyList<GridChange> Changes => _changes.Value;

    internal GridEdits Edits { get; }

    /// <summary>The same edits, with a frame that the next script to look at them may change.</summary>
    internal EditedData Fresh() => new(Edits, _built, _changes);

    /// <summary>Whether the same was edited.</summary>
    public bool Equals(EditedData? other) => other is not null && Edits.Equals(other.Edits);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EditedData);

    /// <inheritdoc/>
    public override int GetHashCode() => Edits.GetHashCode();

    /// <summary>How many changes there are, for a log.</summary>
    public override string ToString() => Quantity.Of(Changes.Count, "change");
}
