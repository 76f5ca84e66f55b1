using System.Collections;

namespace Refrain.Widgets;

/// <summary>What makes an unkeyed widget the same one on the next run: its kind, its parameters, the page, main area or sidebar.</summary>
/// <remarks>Not its line, so that editing the script above it does not reset it; equal ones are told apart by their order.</remarks>
internal sealed class WidgetIdentity : IEquatable<WidgetIdentity>
{
    private readonly string _kind;
    private readonly string _page;
    private readonly bool _inSidebar;
    private readonly IReadOnlyList<object?> _parameters;
    private readonly int _hash;

    internal WidgetIdentity(string kind, string page, bool inSidebar, IReadOnlyList<object?> parameters)
    {
        (_kind, _page, _inSidebar, _parameters) = (kind, page, inSidebar, parameters);
        var hash = new HashCode();
        hash.Add(kind);
        hash.Add(inSidebar);
        foreach (var parameter in parameters)
            AddTo(ref hash, parameter);
        _hash = hash.ToHashCode();
    }

    public bool Equals(WidgetIdentity? other) =>
        other is not null && _hash == other._hash && _kind == other._kind && _page == other._page && _inSidebar == other._inSidebar
        && SameItems(_parameters, other._parameters);

    public override bool Equals(object? obj) => Equals(obj as WidgetIdentity);

    public override int GetHashCode() => _hash;

    /// <summary>The same with its own copies of lists, which a script could change.</summary>
    internal WidgetIdentity ToStored() => new(_kind, _page, _inSidebar, [.. _parameters.Select(Store)]);

    private static object? Store(object? parameter) =>
        parameter is IEnumerable items and not string ? items.Cast<object?>().Select(Store).ToArray() : parameter;

    private static void AddTo(ref HashCode hash, object? parameter)
    {
        if (parameter is not IEnumerable items || parameter is string)
        {
            hash.Add(parameter);
            return;
        }

        foreach (var item in items)
            AddTo(ref hash, item);
    }

    private static bool Same(object? one, object? other) =>
        one is IEnumerable items and not string && other is IEnumerable others and not string ? SameItems(items, others) : Equals(one, other);

    private static bool SameItems(IEnumerable one, IEnumerable other) =>
        one.Cast<object?>().SequenceEqual(other.Cast<object?>(), StructuralComparer.Instance);

    private sealed class StructuralComparer : IEqualityComparer<object?>
    {
        internal static readonly StructuralComparer Instance = new();

        bool IEqualityComparer<object?>.Equals(object? x, object? y) => Same(x, y);

        int IEqualityComparer<object?>.GetHashCode(object? obj) => 0;
    }
}
