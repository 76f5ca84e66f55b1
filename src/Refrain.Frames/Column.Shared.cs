using System.Collections.Immutable;

namespace Refrain;

/// <content>What never changes becomes a column without being copied.</content>
public abstract partial class Column
{
    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    public static implicit operator Column(ImmutableArray<bool> values) => From(values);

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    public static implicit operator Column(ReadOnlyMemory<bool> values) => From(values);

    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    public static implicit operator Column(ImmutableArray<int> values) => From(values);

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    public static implicit operator Column(ReadOnlyMemory<int> values) => From(values);

    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    public static implicit operator Column(ImmutableArray<long> values) => From(values);

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    public static implicit operator Column(ReadOnlyMemory<long> values) => From(values);

    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    public static implicit operator Column(ImmutableArray<float> values) => From(values);

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    public static implicit operator Column(ReadOnlyMemory<float> values) => From(values);

    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    public static implicit operator Column(ImmutableArray<double> values) => From(values);

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    public static implicit operator Column(ReadOnlyMemory<double> values) => From(values);

    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    public static implicit operator Column(ImmutableArray<decimal> values) => From(values);

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    public static implicit operator Column(ReadOnlyMemory<decimal> values) => From(values);

    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    public static implicit operator Column(ImmutableArray<DateTime> values) => From(values);

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    public static implicit operator Column(ReadOnlyMemory<DateTime> values) => From(values);

    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    public static implicit operator Column(ImmutableArray<DateOnly> values) => From(values);

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    public static implicit operator Column(ReadOnlyMemory<DateOnly> values) => From(values);

    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    public static implicit operator Column(ImmutableArray<TimeSpan> values) => From(values);

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    public static implicit operator Column(ReadOnlyMemory<TimeSpan> values) => From(values);
}
