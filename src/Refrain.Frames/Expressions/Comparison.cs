using System.Numerics;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Expressions;

/// <summary>Compares two sides in the type in which they meet.</summary>
internal static class Comparison
{
    internal static Column Of<TRelation>(Operand left, Operand right)
        where TRelation : IRelation =>
        Operand.Common(left, right) switch
        {
            { } type when type == typeof(int) => Values<int, TRelation>(left, right),
            { } type when type == typeof(long) => Values<long, TRelation>(left, right),
            { } type when type == typeof(float) => Values<float, TRelation>(left, right),
            { } type when type == typeof(double) => Values<double, TRelation>(left, right),
            { } type when type == typeof(decimal) => Values<decimal, TRelation>(left, right),
            { } type when type == typeof(DateTime) => Ordered<DateTime, TRelation>(left, right),
            { } type when type == typeof(DateOnly) => Ordered<DateOnly, TRelation>(left, right),
            { } type when type == typeof(TimeSpan) => Ordered<TimeSpan, TRelation>(left, right),
            { } type when type == typeof(bool) => Ordered<bool, TRelation>(left, right),
            { } type when type == typeof(string) => TextComparison.Of<TRelation>(left, right, Operand.Length(left, right)),
            _ => throw FrameErrors.NoOperation(TRelation.Symbol, left, right),
        };

    private static ValueColumn<bool> Values<T, TRelation>(Operand left, Operand right)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TRelation : IRelation =>
        Elementwise.Of<T, T, bool, RelationLoop<T, TRelation>>(left.As<T>(), right.As<T>(), Operand.Length(left, right));

    private static ValueColumn<bool> Ordered<T, TRelation>(Operand left, Operand right)
        where T : unmanaged, IComparable<T>
        where TRelation : IRelation =>
        Elementwise.Of<T, T, bool, OrderLoop<T, TRelation>>(left.As<T>(), right.As<T>(), Operand.Length(left, right));
}

/// <summary>What may hold between two values.</summary>
internal interface IRelation
{
    /// <summary>How C# writes it.</summary>
    static abstract string Symbol { get; }

    static abstract bool Of<T>(T left, T right)
        where T : IComparisonOperators<T, T, bool>;

    static abstract bool OfText(string left, string right);
}

/// <summary>Asks of all rows whether a relation holds.</summary>
internal readonly struct RelationLoop<T, TRelation> : IOperation<T, T, bool>
    where T : IComparisonOperators<T, T, bool>
    where TRelation : IRelation
{
    public static void Apply(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<bool> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = TRelation.Of(left[i], right[i]);
    }
}

/// <summary>Asks the same of what has an order and no operators.</summary>
internal readonly struct OrderLoop<T, TRelation> : IOperation<T, T, bool>
    where T : IComparable<T>
    where TRelation : IRelation
{
    public static void Apply(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<bool> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = TRelation.Of(left[i].CompareTo(right[i]), 0);
    }
}

/// <summary>a &lt; b</summary>
internal readonly struct Less : IRelation
{
    public static string Symbol => "<";

    public static bool Of<T>(T left, T right)
        where T : IComparisonOperators<T, T, bool> => left < right;

    public static bool OfText(string left, string right) => Queries.TextOrder.Instance.Compare(left, right) < 0;
}

/// <summary>a ≤ b</summary>
internal readonly struct AtMost : IRelation
{
    public static string Symbol => "<=";

    public static bool Of<T>(T left, T right)
        where T : IComparisonOperators<T, T, bool> => left <= right;

    public static bool OfText(string left, string right) => Queries.TextOrder.Instance.Compare(left, right) <= 0;
}

/// <summary>a = b</summary>
internal readonly struct Equal : IRelation
{
    public static string Symbol => "==";

    public static bool Of<T>(T left, T right)
        where T : IComparisonOperators<T, T, bool> => left == right;

    public static bool OfText(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
