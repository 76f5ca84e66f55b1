using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A short table, shown whole as part of the page: for figures to be read, not explored.</summary>
    /// <param name="data">Whatever <see cref="DataFrame"/> takes, of at most 1,000 rows.</param>
    /// <param name="label">What a screen reader calls it. Default: its number of rows and columns.</param>
    /// <param name="columns">How columns are shown, by their names. Default: by their types.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ElementException"><paramref name="data"/> is no table or too long; or <paramref name="columns"/> names none of its columns.</exception>
    /// <example><code>
    /// Ui.Table(new[] { new { City = "Oslo", People = 717_710 }, new { City = "Bergen", People = 291_940 } });
    /// </code></example>
    public void Table(
        object data, string? label = null, IReadOnlyDictionary<string, GridColumn>? columns = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(new Table(Tables.ToFrame("Table", nameof(data), data), label, columns), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Table(object, string?, IReadOnlyDictionary{string, GridColumn}?, string, int)"/>
    public static void Table(
        object data, string? label = null, IReadOnlyDictionary<string, GridColumn>? columns = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Table(data, label, columns, file, line);
}
