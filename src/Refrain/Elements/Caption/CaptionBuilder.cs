using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>Small print: a source, a unit, a note.</summary>
    /// <param name="text">The text, in Markdown.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.Caption("Source: city of New York");
    /// </code></example>
    public void Caption(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        Draw(new Caption(MarkdownHtml.Of(text)), new(file, line));
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Caption(string, string, int)"/>
    public static void Caption(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Caption(text, file, line);
}
