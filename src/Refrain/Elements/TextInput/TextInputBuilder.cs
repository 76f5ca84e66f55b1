using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Elements;
using Refrain.Widgets;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A line of text to type.</summary>
    /// <param name="label">What is to be typed.</param>
    /// <param name="value">What stands in it at first. Default: nothing. With <see langword="null"/> an empty line gives <see langword="null"/>.</param>
    /// <param name="placeholder">An example shown while it is empty. Default: none.</param>
    /// <param name="maxLength">How many characters are taken. Default: 100,000.</param>
    /// <param name="password">Whether dots are shown in place of letters. Default: no.</param>
    /// <param name="key">A name under which the value is kept. Default: none; the widget is known by its parameters.</param>
    /// <param name="help">A short explanation shown on request. Default: none.</param>
    /// <param name="disabled">Whether it can be seen but not changed. Default: no.</param>
    /// <param name="labelVisibility">Whether the label is seen. Default: it is.</param>
    /// <param name="onChange">Runs before the script when the value was changed. Default: nothing.</param>
    /// <param name="keep">How long a keyed value is kept when a run does not call the widget. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The text in this run.</returns>
    /// <exception cref="ElementException"><paramref name="value"/> is longer than <paramref name="maxLength"/>, or that is not positive.</exception>
    /// <example><code>
    /// var query = Ui.TextInput("Your query", value: "a good film");
    /// </code></example>
    [return: NotNullIfNotNull(nameof(value))]
    public string? TextInput(
        string label, string? value = "", string? placeholder = null, int? maxLength = null, bool password = false,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ElementErrors.ThrowIfUnlabelled("TextInput", label);
        if (maxLength < 1) throw ElementErrors.MaxLengthTooSmall(label, maxLength.Value);
        var longest = maxLength ?? Elements.TextInput.DefaultMaxLength;
        if (value?.Length > longest) throw ElementErrors.TextTooLong(label, value.Length, longest);
        var options = new WidgetOptions(key, help, disabled, labelVisibility, onChange, keep);
        var empty = value is null ? null : "";
        return DrawWidget(
            options.On(new Widget<string?>
            {
                Element = new TextInput(label, options) { Placeholder = placeholder, MaxLength = maxLength, Password = password },
                Identity = [label, help, value, placeholder, maxLength, password],
                Default = value,
                Decode = sent => ReadText(sent, longest) is { Length: > 0 } text ? text : empty,
                Encode = text => text is null ? null : JsonValue.Create(text),
                Fit = text => text is null ? empty : Shortened(text, longest),
            }),
            new(file, line))!;
    }

    private static string Shortened(string text, int longest)
    {
        if (text.Length <= longest) return text;
        return char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
    }

    private static string? ReadText(JsonElement sent, int longest)
    {
        if (sent.ValueKind == JsonValueKind.Null) return null;
        if (sent.ValueKind != JsonValueKind.String) throw Refused.Kind(sent, "text");
        string text;
        try
        {
            text = sent.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Refused.Because("the text is not valid Unicode");
        }

        if (text.Length > longest) throw Refused.Because($"the text has {text.Length} characters, and {longest} are taken");
        return text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : throw Refused.Because("the text has more than one line");
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.TextInput(string, string?, string?, int?, bool, string?, string?, bool, LabelVisibility, Action?, Keep, string, int)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextInput(
        string label, string? value = "", string? placeholder = null, int? maxLength = null, bool password = false,
        string? key = null, string? help = null, bool disabled = false, LabelVisibility labelVisibility = LabelVisibility.Visible,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.TextInput(label, value, placeholder, maxLength, password, key, help, disabled, labelVisibility, onChange, keep, file, line);
}
