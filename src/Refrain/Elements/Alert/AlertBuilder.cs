using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A message that something went well.</summary>
    /// <param name="text">The message, in Markdown.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.Success("Loaded 12 files");
    /// </code></example>
    public void Success(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(Alert.Of(Severity.Success, text), new(file, line));

    /// <summary>A message worth knowing.</summary>
    /// <inheritdoc cref="Success"/>
    public void Info(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(Alert.Of(Severity.Info, text), new(file, line));

    /// <summary>A message to take care.</summary>
    /// <inheritdoc cref="Success"/>
    public void Warning(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(Alert.Of(Severity.Warning, text), new(file, line));

    /// <summary>A message that something failed.</summary>
    /// <inheritdoc cref="Success"/>
    public void Error(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(Alert.Of(Severity.Error, text), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Success(string, string, int)"/>
    public static void Success(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Success(text, file, line);

    /// <inheritdoc cref="Container.Info(string, string, int)"/>
    public static void Info(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Info(text, file, line);

    /// <inheritdoc cref="Container.Warning(string, string, int)"/>
    public static void Warning(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Warning(text, file, line);

    /// <inheritdoc cref="Container.Error(string, string, int)"/>
    public static void Error(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Error(text, file, line);
}
