namespace Refrain.Elements;

/// <summary>A line of text to type.</summary>
internal sealed record TextInput : LabelledElement
{
    public TextInput(string label, WidgetOptions options)
        : base(label, options)
    {
    }

    /// <summary>How many characters are taken where the script sets no limit.</summary>
    public const int DefaultMaxLength = 100_000;

    internal override string Kind => "textInput";

    public string? Placeholder { get; init; }

    public int? MaxLength { get; init; }

    public bool Password { get; init; }
}
