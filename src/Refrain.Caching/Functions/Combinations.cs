using Refrain.Caching.Recording;

namespace Refrain.Caching.Functions;

/// <summary>Which widgets a function with <c>AllowWidgets</c> reads: from each beginning of a combination, which one comes next.</summary>
/// <remarks>
/// Note [The tree of widgets]: arguments lead to the first widget that the function reads; that one's value leads to the next, and so on to an
/// entry. A caller walks there with the values of its own page. The tree is learned from the flights, and is guidance alone: what an entry is
/// kept under is what its flight really read, so a tree that is wrong, or lost, costs a run and never gives a wrong value. Each step is kept for
/// as long as an entry or a flight has gone it. Where a function reads another widget than before, or none, the newest knowledge stands.
/// </remarks>
internal abstract class Combinations<TKey>
{
    /// <summary>The key with the same arguments and nothing read.</summary>
    internal abstract TKey Beginning(TKey key);

    /// <summary>What was read up to this key; <see langword="null"/> for nothing.</summary>
    internal abstract WidgetPath? PathOf(TKey key);

    /// <summary>The key after one more widget was read.</summary>
    internal abstract TKey Then(TKey key, WidgetRead read);

    /// <summary>Whether a key lies on the way to another, or is the same.</summary>
    internal abstract bool LeadsTo(TKey beginning, TKey key);

    /// <summary>Whether a widget is known to be read after this key.</summary>
    internal abstract bool GoesOn(TKey key);

    /// <summary>Notes a step that a flight has gone; it holds the step until <see cref="Release"/>. Under the gate of the function's cache.</summary>
    /// <returns>Whether the function was known to read another widget here.</returns>
    internal abstract bool Hold(TKey key, object widget);

    /// <summary>Lets go of all steps to a key. Under the gate of the function's cache.</summary>
    internal abstract void Release(TKey key);

    /// <summary>Notes that the function reads no more widgets here. Under the gate of the function's cache.</summary>
    /// <returns>Whether it was known to read one.</returns>
    internal abstract bool End(TKey key);
}
