using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>Text written in Markdown: emphasis, lists, tables, tasks, code, links. HTML in it is shown as it is written.</summary>
    /// <param name="text">The Markdown.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.Markdown("Pickups are **rising**; see [the source](https://example.org).");
    /// </code></example>
    public void Markdown(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        Draw(new Markdown(MarkdownHtml.Of(text)), new(file, line));
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Markdown(string, string, int)"/>
    public static void Markdown(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Markdown(text, file, line);
}
