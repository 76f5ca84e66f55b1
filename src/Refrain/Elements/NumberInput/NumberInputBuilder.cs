using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Refrain.Elements;
using Refrain.Widgets;
using CallSite = Refrain.Pages.CallSite;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A number to type, 0 at first, with decimals.</summary>
    /// <inheritdoc cref="NumberInput(string, double?, double?, double, double, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [OverloadResolutionPriority(1)]
    public double NumberInput(
        string label, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawNumber(
            new NumberBounds<double>(label, null, null, 0.01, placeholder), 0,
            new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>A number to type, with decimals.</summary>
    /// <param name="label">What is to be typed.</param>
    /// <param name="min">The smallest value. Default: none.</param>
    /// <param name="max">The largest value. Default: none.</param>
    /// <param name="value">What stands in it at first. Default: <paramref name="min"/>, or else 0. A value that is <see langword="null"/>
    /// (<c>value: (double?)null</c>) lets it be empty, and then the result is <see langword="null"/>.</param>
    /// <param name="step">How far its buttons go. Default: 1 for whole numbers, 0.01 for others.</param>
    /// <param name="placeholder">An example shown while it is empty. Default: none.</param>
    /// <param name="key">A name under which the value is kept. Default: none; the widget is known by its parameters.</param>
    /// <param name="help">A short explanation shown on request. Default: none.</param>
    /// <param name="disabled">Whether it can be seen but not changed. Default: no.</param>
    /// <param name="labelVisibility">Whether the label is seen. Default: it is.</param>
    /// <param name="onChange">Runs before the script when the value was changed. Default: nothing.</param>
    /// <param name="keep">How long a keyed value is kept when a run does not call the widget. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The value in this run.</returns>
    /// <exception cref="ElementException">The bounds, the step or the value contradict each other.</exception>
    /// <example><code>
    /// double price = Ui.NumberInput("Price", min: 0, step: 0.5);
    /// int people = Ui.NumberInput("People", 1, 12, 2);
    /// int? year = Ui.NumberInput("Year of birth", value: null);
    /// </code></example>
    public double NumberInput(
        string label, double? min = null, double? max = null, double value = double.NaN, double step = 0.01, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawNumber(
            new NumberBounds<double>(label, min, max, step, placeholder), double.IsNaN(value) ? null : value,
            new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>A whole number to type.</summary>
    /// <inheritdoc cref="NumberInput(string, double?, double?, double, double, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public int NumberInput(
        string label, int? min = null, int? max = null, int value = int.MinValue, int step = 1, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawNumber(
            new NumberBounds<int>(label, min, max, step, placeholder), value == int.MinValue ? null : value,
            new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>A number with decimals to type, or none.</summary>
    /// <inheritdoc cref="NumberInput(string, double?, double?, double, double, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [OverloadResolutionPriority(-1)]
    public double? NumberInput(
        string label, double? min = null, double? max = null, double? value = null, double step = 0.01, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawOptionalNumber(
            new NumberBounds<double>(label, min, max, step, placeholder), value,
            new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>A whole number to type, or none.</summary>
    /// <inheritdoc cref="NumberInput(string, double?, double?, double, double, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [OverloadResolutionPriority(-1)]
    public int? NumberInput(
        string label, int? min = null, int? max = null, int? value = null, int step = 1, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawOptionalNumber(
            new NumberBounds<int>(label, min, max, step, placeholder), value,
            new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    private T DrawNumber<T>(NumberBounds<T> bounds, T? value, WidgetOptions options, CallSite site)
        where T : struct, INumber<T>
    {
        bounds.Check(value);
        var start = value ?? bounds.Start;
        return DrawWidget(
            options.On(new Widget<T>
            {
                Element = NumberInputOf(bounds, start, options),
                Identity = [bounds.Label, options.Help, typeof(T).Name, bounds.Min, bounds.Max, bounds.Step, start, bounds.Placeholder],
                Default = start,
                Decode = sent => bounds.Read(sent) ?? start,
                Encode = number => JsonValue.Create(number),
                Fit = bounds.Fit,
            }),
            site);
    }

    private T? DrawOptionalNumber<T>(NumberBounds<T> bounds, T? start, WidgetOptions options, CallSite site)
        where T : struct, INumber<T>
    {
        bounds.Check(start);
        return DrawWidget(
            options.On(new Widget<T?>
            {
                Element = NumberInputOf(bounds, start, options),
                Identity = [bounds.Label, options.Help, typeof(T).Name + "?", bounds.Min, bounds.Max, bounds.Step, start, bounds.Placeholder],
                Default = start,
                Decode = bounds.Read,
                Encode = number => number is { } some ? JsonValue.Create(some) : null,
                Fit = number => number is { } some ? bounds.Fit(some) : null,
            }),
            site);
    }

    private static NumberInput NumberInputOf<T>(NumberBounds<T> bounds, T? start, WidgetOptions options)
        where T : struct, INumber<T> =>
        new(bounds.Label, options)
        {
            Min = bounds.Min is { } min ? double.CreateChecked(min) : null,
            Max = bounds.Max is { } max ? double.CreateChecked(max) : null,
            Step = double.CreateChecked(bounds.Step),
            Decimals = Numbers.Decimals(bounds.Step, bounds.Min ?? T.Zero, start ?? T.Zero),
            Placeholder = bounds.Placeholder,
        };
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.NumberInput(string, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [OverloadResolutionPriority(1)]
    public static double NumberInput(
        string label, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.NumberInput(label, placeholder, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.NumberInput(string, double?, double?, double, double, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static double NumberInput(
        string label, double? min = null, double? max = null, double value = double.NaN, double step = 0.01, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.NumberInput(label, min, max, value, step, placeholder, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.NumberInput(string, int?, int?, int, int, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static int NumberInput(
        string label, int? min = null, int? max = null, int value = int.MinValue, int step = 1, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.NumberInput(label, min, max, value, step, placeholder, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.NumberInput(string, double?, double?, double?, double, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [OverloadResolutionPriority(-1)]
    public static double? NumberInput(
        string label, double? min = null, double? max = null, double? value = null, double step = 0.01, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.NumberInput(label, min, max, value, step, placeholder, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.NumberInput(string, int?, int?, int?, int, string?, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [OverloadResolutionPriority(-1)]
    public static int? NumberInput(
        string label, int? min = null, int? max = null, int? value = null, int step = 1, string? placeholder = null,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.NumberInput(label, min, max, value, step, placeholder, key, help, disabled, labelVisibility, onChange, keep, file, line);
}
