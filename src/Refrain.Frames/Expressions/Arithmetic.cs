using Refrain.Frames.Columns;

namespace Refrain.Frames.Expressions;

/// <summary>Chooses the types in which columns are added, subtracted, multiplied and divided.</summary>
internal static class Arithmetic
{
    internal static Column Add(Operand left, Operand right)
    {
        if (left.Type == typeof(DateTime) && right.Type == typeof(TimeSpan))
            return Elementwise.Of<DateTime, TimeSpan, DateTime, LaterTimes>(left.As<DateTime>(), right.As<TimeSpan>(), Operand.Length(left, right));
        if (left.Type == typeof(TimeSpan) && right.Type == typeof(TimeSpan))
            return Elementwise.Of<TimeSpan, TimeSpan, TimeSpan, LongerSpans>(left.As<TimeSpan>(), right.As<TimeSpan>(), Operand.Length(left, right));
        return OfNumbers<Sums>(left, right, "+");
    }

    internal static Column Subtract(Operand left, Operand right)
    {
        if (left.Type == typeof(DateTime) && right.Type == typeof(TimeSpan))
            return Elementwise.Of<DateTime, TimeSpan, DateTime, EarlierTimes>(left.As<DateTime>(), right.As<TimeSpan>(), Operand.Length(left, right));
        if (left.Type == typeof(DateTime) && right.Type == typeof(DateTime))
            return Elementwise.Of<DateTime, DateTime, TimeSpan, TimesBetween>(left.As<DateTime>(), right.As<DateTime>(), Operand.Length(left, right));
        if (left.Type == typeof(TimeSpan) && right.Type == typeof(TimeSpan))
            return Elementwise.Of<TimeSpan, TimeSpan, TimeSpan, ShorterSpans>(left.As<TimeSpan>(), right.As<TimeSpan>(), Operand.Length(left, right));
        return OfNumbers<Differences>(left, right, "-");
    }

    internal static Column Multiply(Operand left, Operand right) => OfNumbers<Products>(left, right, "*");

    internal static Column Divide(Operand left, Operand right)
    {
        var common = Operand.Common(left, right);
        return common == typeof(int) || common == typeof(long)
            ? Of<double, Quotients>(left, right)
            : OfNumbers<Quotients>(left, right, "/");
    }

    private static Column OfNumbers<TArithmetic>(Operand left, Operand right, string symbol)
        where TArithmetic : IArithmetic =>
        Operand.Common(left, right) switch
        {
            { } type when type == typeof(int) => Of<int, TArithmetic>(left, right),
            { } type when type == typeof(long) => Of<long, TArithmetic>(left, right),
            { } type when type == typeof(float) => Of<float, TArithmetic>(left, right),
            { } type when type == typeof(double) => Of<double, TArithmetic>(left, right),
            { } type when type == typeof(decimal) => Of<decimal, TArithmetic>(left, right),
            _ => throw FrameErrors.NoOperation(symbol, left, right),
        };

    private static ValueColumn<T> Of<T, TArithmetic>(Operand left, Operand right)
        where T : unmanaged, System.Numerics.INumber<T>
        where TArithmetic : IArithmetic =>
        Elementwise.Of<T, T, T, ArithmeticLoop<T, TArithmetic>>(left.As<T>(), right.As<T>(), Operand.Length(left, right));
}
