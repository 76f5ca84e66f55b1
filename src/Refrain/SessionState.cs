using System.Diagnostics.CodeAnalysis;
using Refrain.Runs;
using Refrain.Widgets;

namespace Refrain;

/// <summary>What a session remembers from run to run: values by name, and the values of its keyed widgets.</summary>
/// <example><code>
/// var visits = Ui.State.GetOrAdd("visits", () => 0) + 1;
/// Ui.State["visits"] = visits;
/// </code></example>
/// <remarks>A resource of the cache that was put in, as it is or up to two levels inside a collection or an object, is not released
/// before it has left the state, or the session has ended.</remarks>
[SuppressMessage("Performance", "CA1822", Justification = "Members of what Ui.State gives; whose state it is, the page around each call says.")]
public sealed class SessionState
{
    private SessionState()
    {
    }

    /// <remarks>Whose state it is says each call anew, so one that is kept and used in a cached function, or after its run, reaches nobody's.</remarks>
    internal static SessionState Instance { get; } = new();

    /// <summary>The names of everything that is remembered, keyed widgets included.</summary>
    public IReadOnlyList<string> Keys => Use(static state => state.Keys());

    /// <summary>The value of a name.</summary>
    /// <param name="key">The name; a keyed widget's value goes by its key.</param>
    /// <exception cref="UiException">It was never set; or it is set after its widget was called in this run; or it is a button's.</exception>
    public object? this[string key]
    {
        get => TryGet<object?>(key, out var value) ? value : throw PageErrors.StateNeverSet(key);
        set
        {
            ArgumentNullException.ThrowIfNull(key);
            Use(state => state.Set(key, value));
        }
    }

    /// <summary>The value of a name, as the type it has.</summary>
    /// <typeparam name="T">The type it was set as.</typeparam>
    /// <param name="key">The name.</param>
    /// <exception cref="UiException">It was never set, or is of another type.</exception>
    public T Get<T>(string key) => TryGet<T>(key, out var value) ? value : throw PageErrors.StateNeverSet(key);

    /// <summary>The value of a name, if it was set.</summary>
    /// <typeparam name="T">The type it was set as.</typeparam>
    /// <param name="key">The name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it was set.</returns>
    /// <exception cref="UiException">It is of another type.</exception>
    public bool TryGet<T>(string key, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (found, kept) = Use(state => (state.TryGet(key, out var kept), kept));
        value = found ? Cast<T>(key, kept) : default;
        return found;
    }

    /// <summary>The value of a name; made and remembered the first time.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="key">The name.</param>
    /// <param name="make">Makes the first value.</param>
    public T GetOrAdd<T>(string key, Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (TryGet<T>(key, out var value))
            return value;
        value = make();
        this[key] = value;
        return value;
    }

    /// <summary>The session's own object of a class, made the first time: its fields have types and defaults.</summary>
    /// <typeparam name="T">The class.</typeparam>
    public T Of<T>()
        where T : class, new() => Use(static state => state.Typed<T>()) ?? Use(KeepTyped(new T()));

    /// <summary>Whether a name was set.</summary>
    /// <param name="key">The name.</param>
    public bool Contains(string key) => TryGet<object?>(key, out _);

    /// <summary>Forgets a name. A widget that stays on the page has its value again on the next run.</summary>
    /// <param name="key">The name.</param>
    /// <returns>Whether it was set.</returns>
    public bool Remove(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Use(state => state.Remove(key));
    }

    /// <remarks>The object is made outside the session's lock, because making it is user code.</remarks>
    private static Func<StateStore, T> KeepTyped<T>(T made)
        where T : class => state => state.KeepTyped(made);

    private static TResult Use<TResult>(Func<StateStore, TResult> use) => PageScope.Current.UseState(use);

    private static T Cast<T>(string key, object? value) => value switch
    {
        T typed => typed,
        null when default(T) is null => default!,
        _ => throw PageErrors.StateOfOtherType(key, value, typeof(T)),
    };
}
