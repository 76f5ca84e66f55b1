using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>An error that was caught: its type, its message, and the calls of your own code that led to it.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// try { _ = int.Parse("twelve"); }
    /// catch (FormatException wrong) { Ui.Exception(wrong); }
    /// </code></example>
    public void Exception(Exception exception, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(ExceptionReport.Of(exception), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Exception(Exception, string, int)"/>
    public static void Exception(Exception exception, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Exception(exception, file, line);
}
