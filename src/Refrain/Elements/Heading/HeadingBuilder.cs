using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>The page's title, in the largest letters.</summary>
    /// <param name="text">The title. Markdown's emphasis, code and links work.</param>
    /// <param name="anchor">The name by which a link reaches it (<c>#name</c>). Default: made from the text.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.Title("Uber pickups");
    /// </code></example>
    public void Title(string text, string? anchor = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(Heading.Of(1, text, anchor), new(file, line));

    /// <summary>The heading of a part of the page.</summary>
    /// <inheritdoc cref="Title"/>
    public void Header(string text, string? anchor = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(Heading.Of(2, text, anchor), new(file, line));

    /// <summary>The heading of a smaller part of the page.</summary>
    /// <inheritdoc cref="Title"/>
    public void Subheader(string text, string? anchor = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(Heading.Of(3, text, anchor), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Title(string, string?, string, int)"/>
    public static void Title(string text, string? anchor = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Title(text, anchor, file, line);

    /// <inheritdoc cref="Container.Header(string, string?, string, int)"/>
    public static void Header(string text, string? anchor = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Header(text, anchor, file, line);

    /// <inheritdoc cref="Container.Subheader(string, string?, string, int)"/>
    public static void Subheader(string text, string? anchor = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Subheader(text, anchor, file, line);
}
