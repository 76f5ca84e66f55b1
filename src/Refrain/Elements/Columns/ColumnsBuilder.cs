using System.Runtime.CompilerServices;
using Refrain.Elements;
using CallSite = Refrain.Pages.CallSite;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>Columns of equal width, side by side; on a phone one under the other.</summary>
    /// <param name="count">How many, 1 to 24.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The columns from the left: <c>var (left, right) = Ui.Columns(2);</c></returns>
    /// <exception cref="ElementException">There would be no columns, or too many.</exception>
    public ColumnSet Columns(int count, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (count is < 1 or > Elements.Columns.Most) throw ElementErrors.NoColumns(count);
        return DrawColumns([.. Enumerable.Repeat(1.0, count)], new(file, line));
    }

    /// <summary>Columns of different widths, side by side; on a phone one under the other.</summary>
    /// <param name="widths">The width of each in proportion to the others: <c>[2, 1]</c> makes the first twice as wide.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The columns from the left.</returns>
    /// <exception cref="ElementException">There would be no columns, too many, or one without width.</exception>
    public ColumnSet Columns(IReadOnlyList<double> widths, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Count is < 1 or > Elements.Columns.Most) throw ElementErrors.NoColumns(widths.Count);
        for (var index = 0; index < widths.Count; index++)
        {
            if (!(widths[index] > 0 && double.IsFinite(widths[index]))) throw ElementErrors.BadWidth(index, widths[index]);
        }
        return DrawColumns([.. widths], new(file, line));
    }

    private ColumnSet DrawColumns(double[] widths, CallSite site)
    {
        var row = DrawContainer(new Columns(widths), site);
        return new ColumnSet([.. widths.Select(_ => row.DrawContainer(new PageColumn(), site))]);
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Columns(int, string, int)"/>
    public static ColumnSet Columns(int count, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Columns(count, file, line);

    /// <inheritdoc cref="Container.Columns(IReadOnlyList{double}, string, int)"/>
    public static ColumnSet Columns(IReadOnlyList<double> widths, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Columns(widths, file, line);
}
