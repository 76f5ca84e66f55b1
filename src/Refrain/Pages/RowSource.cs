using System.Buffers;
using Refrain.Caching.Lifetimes;
using Refrain.Frames.Rows.Views;

namespace Refrain.Pages;

/// <summary>A table the page shows by windows over HTTP. Never changes; read by many threads at once.</summary>
internal abstract class RowSource
{
    /// <summary>Equal for equal content, so that an unchanged table is not sent again. Letters, digits, <c>-</c> and <c>_</c> only.</summary>
    public abstract string Id { get; }

    /// <summary>How many rows there are.</summary>
    public abstract long RowCount { get; }

    /// <summary>How many columns there are.</summary>
    public abstract int ColumnCount { get; }

    /// <summary>What it keeps alive, for limits and budgets.</summary>
    public abstract IEnumerable<SharedBuffer> Buffers { get; }

    /// <summary>Why the rows of a query cannot be found; <see langword="null"/> when they can. The columns it names are there.</summary>
    public abstract string? Check(RowQuery query);

    /// <summary>Finds the rows of a query, or waits for who does so already. Once nobody waits any more the search is given up.</summary>
    /// <param name="query">What is wanted; it was checked.</param>
    /// <param name="progress">Told the part that is done, from 0 to 1, by any thread.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public abstract Task<RowView> OpenAsync(RowQuery query, Action<double>? progress, CancellationToken cancellationToken);

    /// <summary>Writes a window in the binary form of docs/wire.md, "Rows". The window was checked against the view.</summary>
    public abstract void Write(RowWindow window, RowView view, IBufferWriter<byte> output);

    /// <summary>A stretch of the x axis of a chart whose rows these are, reduced, in the binary form of docs/wire.md, "Rows"; <see langword="null"/> when they are not a chart's.</summary>
    /// <param name="from">The least x, in the numbers of the wire.</param>
    /// <param name="to">The greatest x.</param>
    /// <param name="cancellationToken">Ends it soon.</param>
    public abstract Task<ReadOnlyMemory<byte>?> ReadStretchAsync(double from, double to, CancellationToken cancellationToken);

    /// <summary>The rows of a view as CSV.</summary>
    public abstract CsvExport Export(RowView view, IReadOnlyList<int> columns);
}

/// <summary>Which rows of a view and which columns are wanted.</summary>
internal sealed record RowWindow(int From, int Count, IReadOnlyList<int> Columns);
