using System.Runtime.CompilerServices;
using Refrain.Elements;
using CallSite = Refrain.Pages.CallSite;

namespace Refrain;

// Note [Write's priorities]
// Without them Write("a", "b") would bind "b" to the file of the compiler's caller information. The priority of an overload is the number of its
// values, so that what can be a value is one.

public abstract partial class Container
{
    /// <summary>Shows any values, each by its type: text as Markdown, numbers, lists and dictionaries as a tree, objects by their members, tables as a grid, errors.</summary>
    /// <remarks>Text and numbers that follow each other share a line.</remarks>
    /// <param name="first">What to show.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ElementException">A value is a task that was not awaited, or a table that has no end.</exception>
    /// <example><code>
    /// var l = new[] { 2, 3 };
    /// Ui.Write("l[0] is:", l[0]);
    /// </code></example>
    [OverloadResolutionPriority(1)]
    public void Write(object? first, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WriteAll([first], new(file, line));

    /// <inheritdoc cref="Write(object?, string, int)"/>
    [OverloadResolutionPriority(2)]
    public void Write(object? first, object? second, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WriteAll([first, second], new(file, line));

    /// <inheritdoc cref="Write(object?, string, int)"/>
    [OverloadResolutionPriority(3)]
    public void Write(object? first, object? second, object? third, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WriteAll([first, second, third], new(file, line));

    /// <inheritdoc cref="Write(object?, string, int)"/>
    [OverloadResolutionPriority(4)]
    public void Write(
        object? first, object? second, object? third, object? fourth,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WriteAll([first, second, third, fourth], new(file, line));

    /// <inheritdoc cref="Write(object?, string, int)"/>
    [OverloadResolutionPriority(5)]
    public void Write(
        object? first, object? second, object? third, object? fourth, object? fifth,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WriteAll([first, second, third, fourth, fifth], new(file, line));

    /// <inheritdoc cref="Write(object?, string, int)"/>
    [OverloadResolutionPriority(6)]
    public void Write(
        object? first, object? second, object? third, object? fourth, object? fifth, object? sixth,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WriteAll([first, second, third, fourth, fifth, sixth], new(file, line));

    /// <inheritdoc cref="Write(object?, string, int)"/>
    [OverloadResolutionPriority(7)]
    public void Write(
        object? first, object? second, object? third, object? fourth, object? fifth, object? sixth, object? seventh,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WriteAll([first, second, third, fourth, fifth, sixth, seventh], new(file, line));

    /// <inheritdoc cref="Write(object?, string, int)"/>
    [OverloadResolutionPriority(8)]
    public void Write(
        object? first, object? second, object? third, object? fourth, object? fifth, object? sixth, object? seventh, object? eighth,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WriteAll([first, second, third, fourth, fifth, sixth, seventh, eighth], new(file, line));

    /// <summary>Shows more than eight values, each by its type.</summary>
    /// <param name="values">What to show.</param>
    public void Write(params object?[] values) => WriteAll(values, new("", 0));

    internal void WriteAll(ReadOnlySpan<object?> values, CallSite site)
    {
        foreach (var element in Writing.Elements(values)) Draw(element, site);
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Write(object?, string, int)"/>
    [OverloadResolutionPriority(1)]
    public static void Write(object? first, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.WriteAll([first], new(file, line));

    /// <inheritdoc cref="Container.Write(object?, object?, string, int)"/>
    [OverloadResolutionPriority(2)]
    public static void Write(object? first, object? second, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.WriteAll([first, second], new(file, line));

    /// <inheritdoc cref="Container.Write(object?, object?, object?, string, int)"/>
    [OverloadResolutionPriority(3)]
    public static void Write(object? first, object? second, object? third, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.WriteAll([first, second, third], new(file, line));

    /// <inheritdoc cref="Container.Write(object?, object?, object?, object?, string, int)"/>
    [OverloadResolutionPriority(4)]
    public static void Write(
        object? first, object? second, object? third, object? fourth,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.WriteAll([first, second, third, fourth], new(file, line));

    /// <inheritdoc cref="Container.Write(object?, object?, object?, object?, object?, string, int)"/>
    [OverloadResolutionPriority(5)]
    public static void Write(
        object? first, object? second, object? third, object? fourth, object? fifth,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.WriteAll([first, second, third, fourth, fifth], new(file, line));

    /// <inheritdoc cref="Container.Write(object?, object?, object?, object?, object?, object?, string, int)"/>
    [OverloadResolutionPriority(6)]
    public static void Write(
        object? first, object? second, object? third, object? fourth, object? fifth, object? sixth,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.WriteAll([first, second, third, fourth, fifth, sixth], new(file, line));

    /// <inheritdoc cref="Container.Write(object?, object?, object?, object?, object?, object?, object?, string, int)"/>
    [OverloadResolutionPriority(7)]
    public static void Write(
        object? first, object? second, object? third, object? fourth, object? fifth, object? sixth, object? seventh,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.WriteAll([first, second, third, fourth, fifth, sixth, seventh], new(file, line));

    /// <inheritdoc cref="Container.Write(object?, object?, object?, object?, object?, object?, object?, object?, string, int)"/>
    [OverloadResolutionPriority(8)]
    public static void Write(
        object? first, object? second, object? third, object? fourth, object? fifth, object? sixth, object? seventh, object? eighth,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.WriteAll([first, second, third, fourth, fifth, sixth, seventh, eighth], new(file, line));

    /// <inheritdoc cref="Container.Write(object?[])"/>
    public static void Write(params object?[] values) => Current.WriteAll(values, new("", 0));
}
