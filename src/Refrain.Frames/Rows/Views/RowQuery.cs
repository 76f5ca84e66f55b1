namespace Refrain.Frames.Rows.Views;

/// <summary>Which rows of a table are wanted, and in which order.</summary>
/// <param name="Search">Rows with this text in any cell, letters' case ignored; empty for all.</param>
/// <param name="Filters">What must hold of single columns, all of it.</param>
/// <param name="Sort">The position of the column that gives the order; <see langword="null"/> for the table's own.</param>
/// <param name="Descending">Whether the greatest come first.</param>
internal sealed record RowQuery(string Search, IReadOnlyList<RowFilter> Filters, int? Sort, bool Descending)
{
    /// <summary>Every row, in the table's own order.</summary>
    internal static RowQuery All { get; } = new("", [], null, false);

    internal bool IsAll => !Narrows && Sort is null;

    /// <summary>Whether it leaves rows out.</summary>
    internal bool Narrows => Search.Length > 0 || Filters.Count > 0;

    public bool Equals(RowQuery? other) =>
        other is not null && Search == other.Search && Sort == other.Sort && Descending == other.Descending && Filters.SequenceEqual(other.Filters);

    public override int GetHashCode() => HashCode.Combine(Search, Filters.Count, Sort, Descending);
}

/// <summary>What must hold of one column.</summary>
/// <param name="Column">The position of the column.</param>
/// <param name="Test">What is asked of a cell.</param>
/// <param name="Value">What it is compared with, as the CSV would have it; without meaning where nothing is compared.</param>
internal readonly record struct RowFilter(int Column, RowTest Test, string Value);

/// <summary>What a filter asks of a cell. A cell without a value answers yes to <see cref="Empty"/> alone.</summary>
internal enum RowTest
{
    /// <summary>It has the text somewhere in it, letters' case ignored.</summary>
    Contains,

    /// <summary>It is the value.</summary>
    Equal,

    /// <summary>It is another value.</summary>
    NotEqual,

    /// <summary>It is less.</summary>
    Less,

    /// <summary>It is less or the value.</summary>
    AtMost,

    /// <summary>It is greater.</summary>
    Greater,

    /// <summary>It is greater or the value.</summary>
    AtLeast,

    /// <summary>It has no value.</summary>
    Empty,

    /// <summary>It has a value.</summary>
    NotEmpty,
}
