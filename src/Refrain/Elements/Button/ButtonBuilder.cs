using System.Runtime.CompilerServices;
using Refrain.Elements;
using Refrain.Widgets;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>Something to press.</summary>
    /// <param name="label">What pressing does.</param>
    /// <param name="style">How much it stands out. Default: as other buttons do.</param>
    /// <param name="key">A name for it. Default: none; the button is known by its label.</param>
    /// <param name="help">A short explanation shown on request. Default: none.</param>
    /// <param name="disabled">Whether it can be seen but not pressed. Default: no.</param>
    /// <param name="onClick">Runs before the script when it was pressed. Default: nothing.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns><see langword="true"/> in the one run that a press starts.</returns>
    /// <example><code>
    /// if (Ui.Button("Reload")) Ui.Success("Reloaded");
    /// </code></example>
    public bool Button(
        string label, ButtonStyle style = ButtonStyle.Secondary, string? key = null, string? help = null, bool disabled = false,
        Action? onClick = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ElementErrors.ThrowIfUnlabelled("Button", label);
        return DrawWidget(
            new Widget<bool>
            {
                Element = new Button { Label = label, Help = help, Disabled = disabled, Style = style },
                Identity = [label, help],
                Default = false,
                Decode = sent => throw Refused.Kind(sent, "a click"),
                Encode = _ => null,
                IsTrigger = true,
                Key = key,
                Disabled = disabled,
                OnChange = onClick,
            },
            new(file, line));
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Button(string, ButtonStyle, string?, string?, bool, Action?, string, int)"/>
    public static bool Button(
        string label, ButtonStyle style = ButtonStyle.Secondary, string? key = null, string? help = null, bool disabled = false,
        Action? onClick = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Button(label, style, key, help, disabled, onClick, file, line);
}
