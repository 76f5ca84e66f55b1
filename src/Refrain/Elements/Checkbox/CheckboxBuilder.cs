using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Elements;
using Refrain.Widgets;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A box to tick.</summary>
    /// <param name="label">What a tick means.</param>
    /// <param name="value">Whether it is ticked at first. Default: no.</param>
    /// <param name="key">A name under which the value is kept. Default: none; the widget is known by its parameters.</param>
    /// <param name="help">A short explanation shown on request. Default: none.</param>
    /// <param name="disabled">Whether it can be seen but not changed. Default: no.</param>
    /// <param name="labelVisibility">Whether the label is seen. Default: it is.</param>
    /// <param name="onChange">Runs before the script when the value was changed. Default: nothing.</param>
    /// <param name="keep">How long a keyed value is kept when a run does not call the widget. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>Whether it is ticked in this run.</returns>
    /// <example><code>
    /// if (Ui.Checkbox("Show the rows")) Ui.DataFrame(data);
    /// </code></example>
    public bool Checkbox(
        string label, bool value = false,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ElementErrors.ThrowIfUnlabelled("Checkbox", label);
        var options = new WidgetOptions(key, help, disabled, labelVisibility, onChange, keep);
        return DrawWidget(
            options.On(new Widget<bool>
            {
                Element = new Checkbox(label, options),
                Identity = [label, help, value],
                Default = value,
                Decode = sent => sent.ValueKind switch
                {
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    _ => throw Refused.Kind(sent, "true or false"),
                },
                Encode = ticked => JsonValue.Create(ticked),
            }),
            new(file, line));
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Checkbox(string, bool, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    public static bool Checkbox(
        string label, bool value = false,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Checkbox(label, value, key, help, disabled, labelVisibility, onChange, keep, file, line);
}
