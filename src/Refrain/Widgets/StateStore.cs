using Refrain.Caching.Functions;

namespace Refrain.Widgets;

/// <summary>The session's named values, those of keyed widgets among them. Used under the session's lock.</summary>
internal sealed class StateStore(WidgetStore widgets, StateHolds holds)
{
    private const string Page = "";

    private readonly Dictionary<string, object?> _values = [];
    private readonly HashSet<string> _removed = [];
    private readonly Dictionary<string, object> _typed = [];

    internal IReadOnlyList<string> Keys() =>
        [.. _values.Keys.Concat(widgets.KeysOn(Page).Where(key => !_values.ContainsKey(key))).Where(key => !_removed.Contains(key))];

    internal bool TryGet(string key, out object? value)
    {
        if (_removed.Contains(key))
        {
            value = null;
            return false;
        }

        if (_values.TryGetValue(key, out value))
            return true;
        return widgets.FindKeyed(Page, key) is { Binding: { } binding } && binding.TryGetValue(out value);
    }

    /// <summary>Sets a value; for a widget's key, the next call of the widget in this run has it.</summary>
    internal bool Set(string key, object? value)
    {
        _removed.Remove(key);
        if (widgets.FindKeyed(Page, key) is { } widget)
            widgets.EnsureAssignable(widget);
        _values[key] = value;
        holds.Add(value);
        return true;
    }

    internal bool Remove(string key)
    {
        var was = TryGet(key, out _);
        _values.Remove(key);
        if (widgets.FindKeyed(Page, key) is not null)
            _removed.Add(key);
        return was;
    }

    /// <summary>The session's object of a class. By name, so that a new version of a script's class starts anew and the old one can be unloaded.</summary>
    internal T? Typed<T>()
        where T : class => _typed.GetValueOrDefault(typeof(T).FullName!) as T;

    internal T KeepTyped<T>(T made)
        where T : class
    {
        if (Typed<T>() is { } kept)
            return kept;
        _typed[typeof(T).FullName!] = made;
        return made;
    }

    /// <summary>Gives a value that was assigned to a widget's key, for good: from then on it is the widget's.</summary>
    internal bool TryTake(string key, out object? value)
    {
        _removed.Remove(key);
        return _values.Remove(key, out value);
    }

    /// <summary>Looks at a value that was assigned to a widget's key, and that its next call will take.</summary>
    internal bool TryLook(string key, out object? value) => _values.TryGetValue(key, out value);

    /// <summary>Turns values of replaced code into values of the newer code's types, as a cache does; those that cannot be turned go.</summary>
    /// <returns>What went: its name, and the type for whose sake.</returns>
    internal IReadOnlyList<(string Name, string Type)> TakeNewCode(CodeReplacement replacement)
    {
        var moving = new StateMove(replacement);
        moving.Move(_values);
        moving.Move(_typed);
        return moving.Lost;
    }

    /// <summary>Everything that is remembered, the session's objects by class too.</summary>
    internal IEnumerable<object?> All => _values.Values.Concat(_typed.Values);

    /// <summary>A run begins: what was deleted of widgets that stay comes back with them.</summary>
    internal void BeginRun() => _removed.Clear();
}
