using System.Text.Json;
using Refrain.Pages;

namespace Refrain.Widgets;

/// <summary>A widget of a session: what it holds between runs. Used under the session's lock.</summary>
internal sealed class WidgetState(string id, string kind, string? key)
{
    /// <summary>The value of a widget that has none.</summary>
    internal static readonly byte[] Null = "null"u8.ToArray();

    internal string Id { get; } = id;

    internal string Kind { get; set; } = kind;

    internal string? Key { get; } = key;

    /// <summary>Takes it out of the store again.</summary>
    internal required Action<WidgetState> Drop { get; init; }

    /// <summary>Its node on the page, if it is there.</summary>
    internal Node? Node { get; set; }

    /// <summary>How the script called it last, with the value; <see langword="null"/> before the first call and after a new script.</summary>
    internal WidgetBinding? Binding { get; set; }

    /// <summary>The value as JSON, as the browser gets it; it outlives the script that made it.</summary>
    internal byte[] Wire { get; set; } = Null;

    /// <summary>Grows whenever the browser must look at the value again.</summary>
    internal int Revision { get; set; }

    /// <summary>The run that last called it.</summary>
    internal int CalledIn { get; set; }

    /// <summary>Where it was called.</summary>
    internal CallSite Site { get; set; }

    /// <summary>When it was called among the widgets of that run.</summary>
    internal int Order { get; set; }

    /// <summary>The same in the last run that reached its end, which is the order of callbacks.</summary>
    internal int CompletedOrder { get; set; } = int.MaxValue;

    internal Keep Keep { get; set; }

    internal bool IsTrigger { get; set; }

    internal bool Disabled { get; set; }

    /// <summary>What runs when the user changes it, with the arguments of the last call.</summary>
    internal Action? OnChange { get; set; }

    /// <summary>Clicks taken in that no run has got yet.</summary>
    internal int OwedClicks { get; set; }

    /// <summary>Whether the current run's call gives <see langword="true"/>.</summary>
    internal bool IsArmed { get; set; }

    /// <summary>Whether its call in the current run has given <see langword="true"/>.</summary>
    internal bool IsConsumed { get; set; }

    /// <summary>Whether the callback for the armed click has been called, so that a run that takes the click over does not call it again.</summary>
    internal bool CallbackDone { get; set; }

    /// <summary>Whether a clamp was said once.</summary>
    internal bool ClampLogged { get; set; }

    /// <summary>Gives the next owed click to the run that begins.</summary>
    internal bool TryArm()
    {
        if (OwedClicks == 0)
            return false;
        OwedClicks--;
        IsArmed = true;
        return !CallbackDone;
    }

    /// <summary>The click the run had is over, whether or not the script asked for it.</summary>
    internal void Disarm()
    {
        if (IsArmed)
            CallbackDone = false;
        IsArmed = IsConsumed = false;
    }

    /// <summary>The run was cut short: a click its script has not seen goes to the next.</summary>
    internal void ReturnClick()
    {
        if (IsArmed && !IsConsumed)
        {
            OwedClicks++;
            IsArmed = false;
        }

        Disarm();
    }

    /// <summary>Takes in what the browser sent; says whether the value is another one now.</summary>
    internal bool Install(JsonElement value)
    {
        Revision++;
        if (Binding is null || !Binding.TryInstall(value, out var wire) || wire.AsSpan().SequenceEqual(Wire))
            return false;
        Wire = wire;
        return true;
    }

    /// <summary>Adopts a value that code gave.</summary>
    internal void Adopt(byte[] wire)
    {
        if (wire.AsSpan().SequenceEqual(Wire) && Revision > 0)
            return;
        Wire = wire;
        Revision++;
    }
}
