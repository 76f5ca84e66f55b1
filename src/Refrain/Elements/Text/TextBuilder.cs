using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>Text exactly as it is, in letters of equal width: logs, tables of figures.</summary>
    /// <param name="text">The text; line ends and runs of spaces are kept.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.Text("GET /rows  200  3 ms");
    /// </code></example>
    public void Text(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        Draw(new Text(text), new(file, line));
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Text(string, string, int)"/>
    public static void Text(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Text(text, file, line);
}
