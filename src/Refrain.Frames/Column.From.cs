using System.Collections.Immutable;
using Refrain.Frames.Columns;

namespace Refrain;

public abstract partial class Column
{
    /// <summary>A column of the values of a sequence, which are copied.</summary>
    /// <remarks>Smaller integers become <c>int</c>, <c>DateTimeOffset</c> becomes a <c>DateTime</c> in UTC, <c>TimeOnly</c> a <c>TimeSpan</c>; enums, GUIDs and what else a
    /// column does not know become text in the invariant culture.</remarks>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values, read once.</param>
    /// <example><code>
    /// var squares = Column.From(Enumerable.Range(1, 10).Select(n => n * n));
    /// </code></example>
    public static Column From<T>(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return ColumnFactory.Copy(null, values, values.TryGetNonEnumeratedCount(out var count) ? count : 0);
    }

    /// <summary>A column over an immutable array, which is shared and not copied.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values.</param>
    public static Column From<T>(ImmutableArray<T> values) => ColumnFactory.Share(null, values.AsMemory());

    /// <summary>A column over memory, which is shared and not copied: the caller promises that it will not change.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values.</param>
    public static Column From<T>(ReadOnlyMemory<T> values) => ColumnFactory.Share(null, values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(bool[] values) => From((IEnumerable<bool>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(bool?[] values) => From((IEnumerable<bool?>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(int[] values) => From((IEnumerable<int>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(int?[] values) => From((IEnumerable<int?>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(long[] values) => From((IEnumerable<long>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(long?[] values) => From((IEnumerable<long?>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(float[] values) => From((IEnumerable<float>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(float?[] values) => From((IEnumerable<float?>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(double[] values) => From((IEnumerable<double>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(double?[] values) => From((IEnumerable<double?>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(decimal[] values) => From((IEnumerable<decimal>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(decimal?[] values) => From((IEnumerable<decimal?>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(DateTime[] values) => From((IEnumerable<DateTime>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(DateTime?[] values) => From((IEnumerable<DateTime?>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(DateOnly[] values) => From((IEnumerable<DateOnly>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(DateOnly?[] values) => From((IEnumerable<DateOnly?>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(TimeSpan[] values) => From((IEnumerable<TimeSpan>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(TimeSpan?[] values) => From((IEnumerable<TimeSpan?>)values);

    /// <summary>Copies an array into a column.</summary>
    public static implicit operator Column(string?[] values) => From((IEnumerable<string?>)values);
}
