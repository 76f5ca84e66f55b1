namespace Refrain.Caching.Functions;

/// <summary>Arguments, and the widgets read under them, as a key.</summary>
/// <param name="arguments">The key of the arguments.</param>
/// <param name="path">The widgets with their values; <see langword="null"/> when none was read.</param>
internal readonly struct WidgetKey<TKey>(TKey arguments, WidgetPath? path) : IEquatable<WidgetKey<TKey>>
    where TKey : notnull, IEquatable<TKey>
{
    internal TKey Arguments { get; } = arguments;

    internal WidgetPath? Path { get; } = path;

    public bool Equals(WidgetKey<TKey> other) => Arguments.Equals(other.Arguments) && (Path is null ? other.Path is null : Path.Equals(other.Path));

    public override bool Equals(object? obj) => obj is WidgetKey<TKey> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Arguments, Path);
}
