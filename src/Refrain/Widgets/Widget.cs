using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Pages;

namespace Refrain.Widgets;

/// <summary>One call of a widget: what it looks like, what makes it the same widget next time, and how its value is checked.</summary>
/// <typeparam name="T">What the call returns.</typeparam>
internal sealed record Widget<T>
{
    /// <summary>What it looks like.</summary>
    public required Element Element { get; init; }

    /// <summary>The user's key, or <see langword="null"/>.</summary>
    public string? Key { get; init; }

    /// <summary>The parameters that make an unkeyed widget the same one on the next run (page-rules.md 1–4): label, options, bounds.</summary>
    public required IReadOnlyList<object?> Identity { get; init; }

    /// <summary>What it returns until the user changes it.</summary>
    public required T Default { get; init; }

    /// <summary>Reads and checks what a browser sent.</summary>
    /// <remarks>Throws <see cref="InputRefusedException"/> for a value this widget cannot have.</remarks>
    public required Func<JsonElement, T> Decode { get; init; }

    /// <summary>Writes the value for the browser.</summary>
    public required Func<T, JsonNode?> Encode { get; init; }

    /// <summary>Fits a kept or assigned value to the current bounds; <see langword="null"/> when every value fits. Default: none needed.</summary>
    public Func<T, T>? Fit { get; init; }

    /// <summary>Whether it is a trigger: it has no value, it is <see langword="true"/> in one run per click.</summary>
    public bool IsTrigger { get; init; }

    /// <summary>Whether input is refused.</summary>
    public bool Disabled { get; init; }

    /// <summary>Runs before the script when the user changed the value, or clicked.</summary>
    public Action? OnChange { get; init; }

    /// <summary>How long the value is kept when the widget is not called.</summary>
    public Keep Keep { get; init; }
}
