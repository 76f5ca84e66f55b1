using Refrain.Caching.Recording;

namespace Refrain.Caching.Functions;

/// <summary>The widgets that a function has read, in order, with their values: one combination, or the beginning of one.</summary>
/// <param name="before">What was read before; <see langword="null"/> for nothing.</param>
/// <param name="read">What was read last.</param>
internal sealed class WidgetPath(WidgetPath? before, WidgetRead read) : IEquatable<WidgetPath>
{
    private readonly int _hash = HashCode.Combine(before, read.Widget, read.Value);

    internal WidgetPath? Before { get; } = before;

    internal WidgetRead Read { get; } = read;

    internal int Length { get; } = (before?.Length ?? 0) + 1;

    public bool Equals(WidgetPath? other)
    {
        var one = this;
        for (; one is not null && other is not null && !ReferenceEquals(one, other); (one, other) = (one.Before, other.Before))
        {
            if (one._hash != other._hash || one.Read.Value != other.Read.Value || !one.Read.Widget.Equals(other.Read.Widget))
                return false;
        }

        return ReferenceEquals(one, other);
    }

    public override bool Equals(object? obj) => Equals(obj as WidgetPath);

    public override int GetHashCode() => _hash;

    /// <summary>Whether the widgets have the same values on the caller's page.</summary>
    internal bool HasValuesOf(DrawingScope page)
    {
        for (var path = this; path is not null; path = path.Before)
        {
            if (page.ReadWidget(path.Read.Widget) != path.Read.Value)
                return false;
        }

        return true;
    }

    /// <summary>All of it, for people.</summary>
    public override string ToString() => Before is null ? Read.Brief : $"{Before}, {Read.Brief}";
}
