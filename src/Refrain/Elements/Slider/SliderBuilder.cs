using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Elements;
using Refrain.Widgets;
using CallSite = Refrain.Pages.CallSite;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A whole number chosen by moving a thumb.</summary>
    /// <param name="label">What is chosen.</param>
    /// <param name="min">The smallest value. Default: 0.</param>
    /// <param name="max">The largest value. Default: 100.</param>
    /// <param name="value">Where it stands at first. Default: <paramref name="min"/>.</param>
    /// <param name="step">How far one step goes. Default: 1.</param>
    /// <param name="key">A name under which the value is kept. Default: none; the widget is known by its parameters.</param>
    /// <param name="help">A short explanation shown on request. Default: none.</param>
    /// <param name="disabled">Whether it can be seen but not moved. Default: no.</param>
    /// <param name="labelVisibility">Whether the label is seen. Default: it is.</param>
    /// <param name="onChange">Runs before the script when the value was changed. Default: nothing.</param>
    /// <param name="keep">How long a keyed value is kept when a run does not call the slider. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The value in this run.</returns>
    /// <exception cref="ElementException">The bounds, the step or the value contradict each other.</exception>
    /// <example><code>
    /// var hour = Ui.Slider("Hour", 0, 23, 17);
    /// </code></example>
    public int Slider(
        string label, int min = 0, int max = 100, int? value = null, int step = 1,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawSlider(new SliderScale<int>(label, min, max, step), value ?? min, new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>A long whole number chosen by moving a thumb.</summary>
    /// <inheritdoc cref="Slider(string, int, int, int?, int, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public long Slider(
        string label, long min, long max, long? value = null, long step = 1,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawSlider(new SliderScale<long>(label, min, max, step), value ?? min, new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>A number with decimals chosen by moving a thumb. The step is 0.01 by default.</summary>
    /// <inheritdoc cref="Slider(string, int, int, int?, int, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public double Slider(
        string label, double min, double max, double? value = null, double step = 0.01,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawSlider(new SliderScale<double>(label, min, max, step), value ?? min, new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>A range of whole numbers chosen by moving two thumbs.</summary>
    /// <inheritdoc cref="Slider(string, int, int, int?, int, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public (int Low, int High) Slider(
        string label, int min, int max, (int Low, int High) value, int step = 1,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawRange(new SliderScale<int>(label, min, max, step), value, new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    /// <summary>A range of numbers with decimals chosen by moving two thumbs. The step is 0.01 by default.</summary>
    /// <inheritdoc cref="Slider(string, int, int, int?, int, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public (double Low, double High) Slider(
        string label, double min, double max, (double Low, double High) value, double step = 0.01,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        DrawRange(new SliderScale<double>(label, min, max, step), value, new(key, help, disabled, labelVisibility, onChange, keep), new(file, line));

    private T DrawSlider<T>(SliderScale<T> scale, T start, WidgetOptions options, CallSite site)
        where T : struct, INumber<T>
    {
        scale.Check();
        scale.CheckDefault(start);
        return DrawWidget(
            options.On(new Widget<T>
            {
                Element = SliderOf(scale, options, start),
                Identity = [scale.Label, options.Help, typeof(T).Name, scale.Min, scale.Max, scale.Step, start],
                Default = start,
                Decode = sent => scale.Read(sent, start),
                Encode = value => JsonValue.Create(value),
                Fit = scale.Fit,
            }),
            site);
    }

    private (T Low, T High) DrawRange<T>(SliderScale<T> scale, (T Low, T High) start, WidgetOptions options, CallSite site)
        where T : struct, INumber<T>
    {
        scale.Check();
        scale.CheckDefault(start.Low);
        scale.CheckDefault(start.High);
        if (start.Low > start.High) throw ElementErrors.RangeReversed(scale.Label, start.Low, start.High);
        return DrawWidget(
            options.On(new Widget<(T Low, T High)>
            {
                Element = SliderOf(scale, options, start.Low, start.High),
                Identity = [scale.Label, options.Help, typeof(T).Name, scale.Min, scale.Max, scale.Step, start.Low, start.High],
                Default = start,
                Decode = sent => ReadRange(scale, sent, start),
                Encode = value => new JsonArray(JsonValue.Create(value.Low), JsonValue.Create(value.High)),
                Fit = value => (scale.Fit(value.Low), scale.Fit(value.High)),
            }),
            site);
    }

    private static (T Low, T High) ReadRange<T>(SliderScale<T> scale, JsonElement sent, (T Low, T High) start)
        where T : struct, INumber<T>
    {
        if (sent.ValueKind != JsonValueKind.Array || sent.GetArrayLength() != 2) throw Refused.Kind(sent, "two numbers");
        var (low, high) = (scale.Read(sent[0], start.Low), scale.Read(sent[1], start.High));
        return low <= high ? (low, high) : throw Refused.Kind(sent, "the lower number first");
    }

    private static Slider SliderOf<T>(SliderScale<T> scale, WidgetOptions options, params ReadOnlySpan<T> start)
        where T : struct, INumber<T> =>
        new(scale.Label, options)
        {
            Min = double.CreateChecked(scale.Min),
            Max = double.CreateChecked(scale.Max),
            Step = double.CreateChecked(scale.Step),
            Decimals = Math.Max(Numbers.Decimals(scale.Min, scale.Max, scale.Step), Numbers.Decimals(start)),
        };
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Slider(string, int, int, int?, int, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static int Slider(
        string label, int min = 0, int max = 100, int? value = null, int step = 1,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Slider(label, min, max, value, step, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.Slider(string, long, long, long?, long, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static long Slider(
        string label, long min, long max, long? value = null, long step = 1,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Slider(label, min, max, value, step, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.Slider(string, double, double, double?, double, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static double Slider(
        string label, double min, double max, double? value = null, double step = 0.01,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Slider(label, min, max, value, step, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.Slider(string, int, int, ValueTuple{int, int}, int, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static (int Low, int High) Slider(
        string label, int min, int max, (int Low, int High) value, int step = 1,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Slider(label, min, max, value, step, key, help, disabled, labelVisibility, onChange, keep, file, line);

    /// <inheritdoc cref="Container.Slider(string, double, double, ValueTuple{double, double}, double, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static (double Low, double High) Slider(
        string label, double min, double max, (double Low, double High) value, double step = 0.01,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Slider(label, min, max, value, step, key, help, disabled, labelVisibility, onChange, keep, file, line);
}
