using Microsoft.Extensions.Logging;
using Refrain.Caching.Functions;
using Refrain.Caching.Lifetimes;
using Refrain.Pages;

namespace Refrain.Widgets;

/// <summary>The widgets of a session. Used under the session's lock.</summary>
internal sealed class WidgetStore(Func<string> nextId, ResourceTable resources, ILogger logger)
{
    private readonly Dictionary<(string Page, string Key), WidgetState> _keyed = [];
    private readonly Dictionary<WidgetIdentity, List<WidgetState>> _unkeyed = [];
    private readonly Dictionary<WidgetIdentity, int> _calls = [];
    private readonly Dictionary<string, WidgetState> _byId = [];
    private StateStore? _state;
    private int _run;
    private int _order;

    internal IEnumerable<WidgetState> All => _byId.Values;

    internal WidgetState? Find(string id) => _byId.GetValueOrDefault(id);

    internal bool Contains(WidgetState state) => _byId.ContainsKey(state.Id);

    /// <summary>Values that code assigned to keys, until their widgets take them.</summary>
    internal StateStore State => _state ??= new StateStore(this, StateHolds);

    /// <summary>The resources that are in the state.</summary>
    internal StateHolds StateHolds { get; } = new(resources);

    internal IEnumerable<string> KeysOn(string page) =>
        _keyed.Where(keyed => keyed.Key.Page == page && keyed.Value is { IsTrigger: false, Binding: not null }).Select(keyed => keyed.Key.Key);

    internal WidgetState? FindKeyed(string page, string key) => _keyed.GetValueOrDefault((page, key));

    /// <summary>Refuses to assign to what the run has already read, and to a trigger.</summary>
    internal void EnsureAssignable(WidgetState widget)
    {
        if (widget.IsTrigger)
            throw PageErrors.TriggerAssigned(widget.Key!);
        if (widget.CalledIn == _run)
            throw PageErrors.AssignedTooLate(widget.Key!, widget.Site);
    }

    internal void BeginRun(int run)
    {
        _state?.BeginRun();
        _run = run;
        _order = 0;
        _calls.Clear();
    }

    /// <summary>The widget a call means, with its value; made with its default on the first call.</summary>
    internal (WidgetState State, T Value) Call<T>(Widget<T> widget, string page, bool inSidebar, CallSite site)
    {
        var state = Resolve(widget.Key, widget.Element.Kind, widget.Identity, page, inSidebar);
        if (state.CalledIn == _run)
            throw PageErrors.DuplicateKey(widget.Key!, state.Site, site);
        state.CalledIn = _run;
        state.Site = site;
        state.Order = _order++;
        state.Keep = widget.Keep;
        state.IsTrigger = widget.IsTrigger;
        state.Disabled = widget.Disabled;
        state.OnChange = widget.OnChange;
        var value = Bind(state, widget);
        if (!widget.IsTrigger || !state.IsArmed || state.IsConsumed)
            return (state, value);
        state.IsConsumed = true;
        return (state, (T)(object)true);
    }

    /// <summary>The value that a call would give now. Changes nothing.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="page">The page.</param>
    /// <param name="inSidebar">Whether it stands in the sidebar.</param>
    /// <param name="ahead">How many equal ones are called before it from now on.</param>
    internal T Look<T>(Widget<T> widget, string page, bool inSidebar, int ahead)
    {
        var state = widget.Key is { } key ? FindKeyed(page, key) : FindUnkeyed(new(widget.Element.Kind, page, inSidebar, widget.Identity), ahead);
        if (widget.IsTrigger)
            return state is { IsArmed: true, IsConsumed: false } ? (T)(object)true : widget.Default;
        var value = state switch
        {
            null => widget.Default,
            { Binding: WidgetBinding<T> bound } when state.Kind == widget.Element.Kind => bound.Value,
            _ => FirstValue(state, widget),
        };
        if (widget.Key is { } name && _state is not null && _state.TryLook(name, out var assigned))
            value = Assigned<T>(name, assigned);
        return widget.Fit is { } fit ? fit(value) : value;
    }

    /// <summary>Compares the resources that are held for the state with what is in it; gives those that left it.</summary>
    internal IReadOnlyCollection<HeldResource> ReviewState() => _state is null ? [] : StateHolds.Review(_state.All);

    internal void DisarmAll()
    {
        foreach (var state in _byId.Values)
            state.Disarm();
    }

    internal void ReturnClicks()
    {
        foreach (var state in _byId.Values)
            state.ReturnClick();
    }

    /// <summary>Drops what a run that reached its end shows to be gone.</summary>
    internal void DropUncalled()
    {
        foreach (var state in _byId.Values)
        {
            if (state.CalledIn == _run)
                state.CompletedOrder = state.Order;
            else if (state.Key is null || state.Keep == Keep.None)
                state.Drop(state);
        }
    }

    /// <summary>Lets go of everything that comes from the script's code. Values of widgets stay as JSON until the new script calls for them; those of the
    /// session's state are turned into the newer types.</summary>
    /// <param name="replacement">What was replaced; <see langword="null"/> when nothing of it was loaded.</param>
    /// <returns>What starts anew, in words.</returns>
    internal IReadOnlyList<string> TakeNewCode(CodeReplacement? replacement)
    {
        foreach (var state in _byId.Values)
        {
            state.Binding = null;
            state.OnChange = null;
        }

        if (replacement is null || _state is null)
            return [];
        var lost = _state.TakeNewCode(replacement);
        foreach (var (name, type) in lost)
            logger.LogInformation("The session's '{Name}' starts anew: type `{Type}` changed.", name, type);
        return [.. lost.Select(value => $"The session's '{value.Name}' starts anew: type `{value.Type}` changed.")];
    }

    /// <summary>Takes the values of another session, for a duplicated tab.</summary>
    internal void CopyFrom(WidgetStore other)
    {
        foreach (var (where, state) in other._keyed)
            Copy(state, NewKeyed(where, state.Kind));
        foreach (var (identity, states) in other._unkeyed)
        {
            foreach (var state in states)
                Copy(state, NewUnkeyed(identity, state.Kind));
        }

        static void Copy(WidgetState from, WidgetState to)
        {
            to.Wire = from.Wire;
            to.Revision = from.Revision;
            to.Keep = from.Keep;
            to.IsTrigger = from.IsTrigger;
        }
    }

    private WidgetState Resolve(string? key, string kind, IReadOnlyList<object?> parameters, string page, bool inSidebar)
    {
        if (key is not null)
            return _keyed.TryGetValue((page, key), out var known) ? known : NewKeyed((page, key), kind);

        var identity = new WidgetIdentity(kind, page, inSidebar, parameters);
        var ordinal = _calls.GetValueOrDefault(identity);
        _calls[identity] = ordinal + 1;
        return _unkeyed.TryGetValue(identity, out var equals) && ordinal < equals.Count
            ? equals[ordinal]
            : NewUnkeyed(identity.ToStored(), kind);
    }

    private WidgetState? FindUnkeyed(WidgetIdentity identity, int ahead)
    {
        var ordinal = _calls.GetValueOrDefault(identity) + ahead;
        return _unkeyed.TryGetValue(identity, out var equals) && ordinal < equals.Count ? equals[ordinal] : null;
    }

    private WidgetState NewKeyed((string Page, string Key) where, string kind)
    {
        var state = new WidgetState(nextId(), kind, where.Key) { Drop = Drop };
        _keyed.Add(where, state);
        _byId.Add(state.Id, state);
        return state;

        void Drop(WidgetState dropped)
        {
            _keyed.Remove(where);
            _byId.Remove(dropped.Id);
        }
    }

    private WidgetState NewUnkeyed(WidgetIdentity identity, string kind)
    {
        if (!_unkeyed.TryGetValue(identity, out var equals))
            _unkeyed.Add(identity, equals = new List<WidgetState>(1));
        var state = new WidgetState(nextId(), kind, null) { Drop = Drop };
        equals.Add(state);
        _byId.Add(state.Id, state);
        return state;

        void Drop(WidgetState dropped)
        {
            equals.Remove(dropped);
            if (equals.Count == 0)
                _unkeyed.Remove(identity);
            _byId.Remove(dropped.Id);
        }
    }

    private T Bind<T>(WidgetState state, Widget<T> widget)
    {
        if (state.Binding is WidgetBinding<T> bound && state.Kind == widget.Element.Kind)
            bound.Widget = widget;
        else
            state.Binding = bound = new WidgetBinding<T>(widget, FirstValue(state, widget));

        state.Kind = widget.Element.Kind;
        if (state.Key is { } key && _state is not null && _state.TryTake(key, out var assigned))
            Assign(key, widget, bound, assigned);
        if (widget.IsTrigger)
            return widget.Default;
        if (widget.Fit is { } fit)
            Fit(state, bound, fit);
        state.Adopt(bound.Encode());
        return bound.Value;
    }

    private static void Assign<T>(string key, Widget<T> widget, WidgetBinding<T> bound, object? assigned)
    {
        if (widget.IsTrigger)
            throw PageErrors.TriggerAssigned(key);
        bound.Value = Assigned<T>(key, assigned);
    }

    private static T Assigned<T>(string key, object? assigned) => assigned switch
    {
        T value => value,
        null when default(T) is null => default!,
        _ => throw PageErrors.StateOfOtherType(key, assigned, typeof(T)),
    };

    private static T FirstValue<T>(WidgetState state, Widget<T> widget)
    {
        if (state.Revision > 0 && state.Kind == widget.Element.Kind && WidgetBinding<T>.TryRead(widget, state.Wire, out var kept))
            return kept;
        return widget.Default;
    }

    private void Fit<T>(WidgetState state, WidgetBinding<T> bound, Func<T, T> fit)
    {
        var fitted = fit(bound.Value);
        if (EqualityComparer<T>.Default.Equals(fitted, bound.Value))
            return;
        if (!state.ClampLogged)
        {
            state.ClampLogged = true;
            logger.LogInformation(
                "The value {Value} of the widget '{Key}' is outside its new bounds and became {Fitted}.", bound.Value, state.Key ?? state.Kind, fitted);
        }

        bound.Value = fitted;
    }
}
