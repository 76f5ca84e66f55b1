using System.Text.Json;
using System.Text.Json.Nodes;

namespace Refrain.Widgets;

/// <summary>A widget's value, with how to read and write it.</summary>
internal abstract class WidgetBinding
{
    /// <summary>Reads a value the browser sent. Throws <see cref="InputRefusedException"/> if the widget cannot have it.</summary>
    internal abstract void Check(JsonElement value);

    /// <summary>The value, for who does not know its type; none for a trigger.</summary>
    internal abstract bool TryGetValue(out object? value);

    /// <summary>Takes a value the browser sent, unless the widget can no longer have it.</summary>
    internal abstract bool TryInstall(JsonElement value, out byte[] wire);
}

/// <inheritdoc cref="WidgetBinding"/>
/// <typeparam name="T">What the widget's call returns.</typeparam>
internal sealed class WidgetBinding<T>(Widget<T> widget, T value) : WidgetBinding
{
    internal Widget<T> Widget { get; set; } = widget;

    internal T Value { get; set; } = value;

    internal byte[] Encode() => Encode(Widget, Value);

    internal override bool TryGetValue(out object? value)
    {
        value = Value;
        return !Widget.IsTrigger;
    }

    internal override void Check(JsonElement value) => Decode(value);

    internal override bool TryInstall(JsonElement value, out byte[] wire)
    {
        try
        {
            var decoded = Decode(value);
            wire = Encode(Widget, decoded);
            Value = decoded;
            return true;
        }
        catch (InputRefusedException)
        {
            wire = [];
            return false;
        }
    }

    /// <summary>A value as the browser gets it.</summary>
    internal static byte[] Encode(Widget<T> widget, T value)
    {
        JsonNode? node = widget.Encode(value);
        return node is null ? WidgetState.Null : JsonSerializer.SerializeToUtf8Bytes(node, Pages.PropsEncoder.Options);
    }

    /// <summary>Reads a value that a binding of another type or another script wrote.</summary>
    internal static bool TryRead(Widget<T> widget, byte[] wire, out T value)
    {
        try
        {
            using var json = JsonDocument.Parse(wire);
            value = widget.Decode(json.RootElement);
            return true;
        }
        catch (Exception refused) when (refused is InputRefusedException or InvalidOperationException or FormatException)
        {
            value = widget.Default;
            return false;
        }
    }

    private T Decode(JsonElement value)
    {
        try
        {
            return Widget.Decode(value);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new InputRefusedException(wrong.Message);
        }
    }
}
