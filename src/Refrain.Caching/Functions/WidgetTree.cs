using System.Collections.Concurrent;
using Refrain.Caching.Recording;

namespace Refrain.Caching.Functions;

/// <inheritdoc/>
/// <remarks>Walked without a lock.</remarks>
internal sealed class WidgetTree<TKey> : Combinations<WidgetKey<TKey>>
    where TKey : notnull, IEquatable<TKey>
{
    private readonly ConcurrentDictionary<WidgetKey<TKey>, Step> _steps = new();

    /// <summary>How many steps are known.</summary>
    internal int Count => _steps.Count;

    /// <summary>Where the values of a page lead; nowhere without a page.</summary>
    internal WidgetKey<TKey> Walk(TKey arguments, DrawingScope? page)
    {
        var key = new WidgetKey<TKey>(arguments, null);
        if (page is not { HasWidgets: true })
            return key;
        while (_steps.TryGetValue(key, out var step))
            key = Then(key, new(step.Widget, page.ReadWidget(step.Widget), ""));
        return key;
    }

    internal override WidgetKey<TKey> Beginning(WidgetKey<TKey> key) => new(key.Arguments, null);

    internal override WidgetPath? PathOf(WidgetKey<TKey> key) => key.Path;

    internal override WidgetKey<TKey> Then(WidgetKey<TKey> key, WidgetRead read) => new(key.Arguments, new(key.Path, read));

    internal override bool LeadsTo(WidgetKey<TKey> beginning, WidgetKey<TKey> key)
    {
        var length = beginning.Path?.Length ?? 0;
        var path = key.Path;
        while (path?.Length > length)
            path = path.Before;
        return new WidgetKey<TKey>(key.Arguments, path).Equals(beginning);
    }

    internal override bool GoesOn(WidgetKey<TKey> key) => _steps.ContainsKey(key);

    internal override bool Hold(WidgetKey<TKey> key, object widget)
    {
        if (_steps.TryGetValue(key, out var known) && known.Widget.Equals(widget))
        {
            known.Holders++;
            return false;
        }

        _steps[key] = new Step(widget);
        return known is not null;
    }

    internal override void Release(WidgetKey<TKey> key)
    {
        for (var path = key.Path; path is not null; path = path.Before)
        {
            var before = new WidgetKey<TKey>(key.Arguments, path.Before);
            if (_steps.TryGetValue(before, out var step) && step.Widget.Equals(path.Read.Widget) && --step.Holders == 0)
                _steps.TryRemove(before, out _);
        }
    }

    internal override bool End(WidgetKey<TKey> key) => _steps.TryRemove(key, out _);

    private sealed class Step(object widget)
    {
        internal object Widget { get; } = widget;

        internal int Holders { get; set; } = 1;
    }
}
