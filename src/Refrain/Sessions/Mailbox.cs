using System.Text.Json;
using Refrain.Widgets;

namespace Refrain.Sessions;

/// <summary>What was accepted and no run has taken in yet: one batch, however many messages it came in. Used under the session's lock.</summary>
internal sealed class Mailbox
{
    private Dictionary<WidgetState, JsonElement> _values = [];
    private Dictionary<WidgetState, int> _clicks = [];

    /// <summary>Whether a run should take it in.</summary>
    internal bool IsWanted { get; private set; }

    /// <summary>Whether that is worth cutting a run short.</summary>
    internal bool Interrupts { get; private set; }

    /// <summary>The last message merged into it; 0 for none of this connection.</summary>
    internal int Seq { get; set; }

    internal bool IsEmpty => !IsWanted && _values.Count == 0 && _clicks.Count == 0;

    /// <summary>The newest value of a widget replaces an older one.</summary>
    internal void Add(WidgetState widget, JsonElement value) => _values[widget] = value;

    /// <summary>Clicks are counted.</summary>
    internal void AddClick(WidgetState widget) => _clicks[widget] = _clicks.GetValueOrDefault(widget) + 1;

    internal void Want(bool interrupts)
    {
        IsWanted = true;
        Interrupts |= interrupts;
    }

    /// <summary>Nobody wants a run for it any more: values wait for the next one, clicks are forgotten.</summary>
    internal void Calm()
    {
        IsWanted = Interrupts = false;
        _clicks.Clear();
    }

    /// <summary>Gives the batch and begins a new one.</summary>
    internal (Dictionary<WidgetState, JsonElement> Values, Dictionary<WidgetState, int> Clicks) Take()
    {
        var taken = (_values, _clicks);
        if (_values.Count > 0)
            _values = [];
        if (_clicks.Count > 0)
            _clicks = [];
        IsWanted = Interrupts = false;
        return taken;
    }
}
