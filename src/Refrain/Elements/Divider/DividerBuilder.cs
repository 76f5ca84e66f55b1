using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A line across, between two parts of the page.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.Divider();
    /// </code></example>
    public void Divider([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Draw(new Divider(), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Divider(string, int)"/>
    public static void Divider([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Current.Divider(file, line);
}
