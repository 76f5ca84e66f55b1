namespace Refrain.Elements;

/// <summary>A box to tick.</summary>
internal sealed record Checkbox : LabelledElement
{
    public Checkbox(string label, WidgetOptions options)
        : base(label, options)
    {
    }

    internal override string Kind => "checkbox";
}
