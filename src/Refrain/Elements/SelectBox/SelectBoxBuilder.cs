using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Refrain.Elements;
using Refrain.Widgets;
using CallSite = Refrain.Pages.CallSite;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>One of several options, chosen from a list.</summary>
    /// <param name="label">What is chosen.</param>
    /// <param name="options">What there is to choose from.</param>
    /// <param name="index">Which one is chosen at first, from 0. Default: the first. With <see langword="null"/> none is, and the result may be <see langword="null"/>.</param>
    /// <param name="format">How an option reads. Default: as text.</param>
    /// <param name="key">A name under which the value is kept. Default: none; the widget is known by its parameters.</param>
    /// <param name="help">A short explanation shown on request. Default: none.</param>
    /// <param name="disabled">Whether it can be seen but not changed. Default: no.</param>
    /// <param name="labelVisibility">Whether the label is seen. Default: it is.</param>
    /// <param name="onChange">Runs before the script when the value was changed. Default: nothing.</param>
    /// <param name="keep">How long a keyed value is kept when a run does not call the widget. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The chosen option in this run.</returns>
    /// <exception cref="ElementException">There are no options, or none at <paramref name="index"/>.</exception>
    /// <example><code>
    /// var city = Ui.SelectBox("City", ["Bergen", "Oslo", "Tromsø"], index: 1);
    /// </code></example>
    public T SelectBox<T>(
        string label, IEnumerable<T> options, int index = 0, Func<T, string>? format = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawChosen(new Choices<T>(label, options, format), index, new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>One of several options or none, chosen from a list.</summary>
    /// <remarks>The parameter <c>placeholder</c> is what is shown while none is chosen. Default: "Choose an option".</remarks>
    /// <inheritdoc cref="SelectBox{T}(string, IEnumerable{T}, int, Func{T, string}?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public T? SelectBox<T>(
        string label, IEnumerable<T> options, int? index, Func<T, string>? format = null, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : class
    {
        var choices = new Choices<T>(label, options, format);
        return DrawChoice<T, T?>(
            choices, index, at => at is { } some ? choices[some] : null, value => value is null ? null : choices.IndexOf(value),
            placeholder ?? DefaultPlaceholder, new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));
    }

    // Constraints are no part of a signature, so the compiler's two parameters stand in the other order here to tell this from the one above.

    /// <summary>One of several values or none, chosen from a list.</summary>
    /// <remarks>The parameter <c>placeholder</c> is what is shown while none is chosen. Default: "Choose an option".</remarks>
    /// <inheritdoc cref="SelectBox{T}(string, IEnumerable{T}, int, Func{T, string}?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public T? SelectBox<T>(
        string label, IEnumerable<T> options, int? index, Func<T, string>? format = null, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        where T : struct =>
        DrawOptional(
            new Choices<T>(label, options, format), index, placeholder,
            new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    // null could be the options of the methods above, too. What is meant is no member.

    /// <summary>One member of an enum, chosen from a list. A member reads as its <c>[Display]</c> or <c>[Description]</c> says.</summary>
    /// <param name="label">What is chosen.</param>
    /// <param name="value">Which one is chosen at first. Default: the first. With <see langword="null"/> none is, and the result may be <see langword="null"/>.</param>
    /// <param name="format">How a member reads. Default: its <c>[Display(Name = …)]</c>, its <c>[Description(…)]</c>, or its name.</param>
    /// <param name="key">A name under which the value is kept. Default: none; the widget is known by its parameters.</param>
    /// <param name="help">A short explanation shown on request. Default: none.</param>
    /// <param name="disabled">Whether it can be seen but not changed. Default: no.</param>
    /// <param name="labelVisibility">Whether the label is seen. Default: it is.</param>
    /// <param name="onChange">Runs before the script when the value was changed. Default: nothing.</param>
    /// <param name="keep">How long a keyed value is kept when a run does not call the widget. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The chosen member in this run.</returns>
    /// <exception cref="ElementException">The enum has no members, or <paramref name="value"/> is none of them.</exception>
    /// <example><code>
    /// var day = Ui.SelectBox&lt;DayOfWeek&gt;("Day", DayOfWeek.Friday);
    /// </code></example>
    [OverloadResolutionPriority(2)]
    public TEnum SelectBox<TEnum>(
        string label, TEnum value = default, Func<TEnum, string>? format = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEnum : struct, Enum =>
        DrawChosen(
            new Choices<TEnum>(label, EnumOptions<TEnum>.Values, format ?? EnumOptions<TEnum>.Text),
            EnumOptions<TEnum>.IndexOf(label, value) ?? 0,
            new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>One member of an enum or none, chosen from a list.</summary>
    /// <remarks>The parameter <c>placeholder</c> is what is shown while none is chosen. Default: "Choose an option".</remarks>
    /// <inheritdoc cref="SelectBox{TEnum}(string, TEnum, Func{TEnum, string}?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [OverloadResolutionPriority(1)]
    public TEnum? SelectBox<TEnum>(
        string label, TEnum? value, Func<TEnum, string>? format = null, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEnum : struct, Enum =>
        DrawOptional(
            new Choices<TEnum>(label, EnumOptions<TEnum>.Values, format ?? EnumOptions<TEnum>.Text),
            EnumOptions<TEnum>.IndexOf(label, value), placeholder,
            new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    private const string DefaultPlaceholder = "Choose an option";

    private T DrawChosen<T>(Choices<T> choices, int index, WidgetOptions options, CallSite site) =>
        DrawChoice<T, T>(
            choices, index, at => at is { } some ? choices[some] : throw Refused.Because("an option must be chosen"), choices.IndexOf,
            placeholder: null, options, site);

    private T? DrawOptional<T>(Choices<T> choices, int? index, string? placeholder, WidgetOptions options, CallSite site)
        where T : struct =>
        DrawChoice<T, T?>(
            choices, index, at => at is { } some ? choices[some] : null, value => value is { } some ? choices.IndexOf(some) : null,
            placeholder ?? DefaultPlaceholder, options, site);

    private TResult DrawChoice<T, TResult>(
        Choices<T> choices, int? start, Func<int?, TResult> value, Func<TResult, int?> index,
        string? placeholder, WidgetOptions options, CallSite site)
    {
        choices.CheckIndex(start);
        return DrawWidget(
            options.On(new Widget<TResult>
            {
                Element = new SelectBox(choices.Label, options) { Options = choices.Texts, Placeholder = placeholder },
                Identity = [choices.Label, options.Help, typeof(TResult).Name, start, placeholder, .. choices.Texts],
                Default = value(start),
                Decode = sent => value(choices.Read(sent)),
                Encode = chosen => index(chosen) is { } at ? JsonValue.Create(at) : null,
                Fit = chosen => chosen is null ? chosen : value(index(chosen) ?? start),
            }),
            site);
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.SelectBox{T}(string, IEnumerable{T}, int, Func{T, string}?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static T SelectBox<T>(
        string label, IEnumerable<T> options, int index = 0, Func<T, string>? format = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.SelectBox<T>(label, options, index, format, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.SelectBox{T}(string, IEnumerable{T}, int?, Func{T, string}?, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static T? SelectBox<T>(
        string label, IEnumerable<T> options, int? index, Func<T, string>? format = null, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : class =>
        Current.SelectBox<T>(label, options, index, format, placeholder, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.SelectBox{T}(string, IEnumerable{T}, int?, Func{T, string}?, string?, string?, string?, bool, LabelVisibility, Action?, Keep, int, string)"/>
    public static T? SelectBox<T>(
        string label, IEnumerable<T> options, int? index, Func<T, string>? format = null, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        where T : struct =>
        Current.SelectBox<T>(label, options, index, format, placeholder, key, help, disabled, labelVisibility, onChange, keep, line, file);

    /// <inheritdoc cref="Container.SelectBox{TEnum}(string, TEnum, Func{TEnum, string}?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [OverloadResolutionPriority(2)]
    public static TEnum SelectBox<TEnum>(
        string label, TEnum value = default, Func<TEnum, string>? format = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEnum : struct, Enum =>
        Current.SelectBox<TEnum>(label, value, format, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.SelectBox{TEnum}(string, TEnum?, Func{TEnum, string}?, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [OverloadResolutionPriority(1)]
    public static TEnum? SelectBox<TEnum>(
        string label, TEnum? value, Func<TEnum, string>? format = null, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEnum : struct, Enum =>
        Current.SelectBox<TEnum>(label, value, format, placeholder, key, help, disabled, labelVisibility, onChange, keep, file, line);
}
