using System.Numerics;

namespace Refrain.Frames.Expressions;

/// <summary>An operation on numbers of any one type.</summary>
internal interface IArithmetic
{
    static abstract T Of<T>(T left, T right)
        where T : INumber<T>;

    static abstract Vector<T> Of<T>(Vector<T> left, Vector<T> right);
}

/// <summary>Runs an operation over numbers: floating point ones a vector at a time, whole ones and decimals one by one, so that none wraps around.</summary>
internal readonly struct ArithmeticLoop<T, TArithmetic> : IOperation<T, T, T>
    where T : INumber<T>
    where TArithmetic : IArithmetic
{
    public static void Apply(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
    {
        var i = 0;
        if (typeof(T) == typeof(double) || typeof(T) == typeof(float))
        {
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
                TArithmetic.Of(new Vector<T>(left[i..]), new Vector<T>(right[i..])).CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
            result[i] = TArithmetic.Of(left[i], right[i]);
    }
}

/// <summary>a + b</summary>
internal readonly struct Sums : IArithmetic
{
    public static T Of<T>(T left, T right)
        where T : INumber<T> => checked(left + right);

    public static Vector<T> Of<T>(Vector<T> left, Vector<T> right) => left + right;
}

/// <summary>a − b</summary>
internal readonly struct Differences : IArithmetic
{
    public static T Of<T>(T left, T right)
        where T : INumber<T> => checked(left - right);

    public static Vector<T> Of<T>(Vector<T> left, Vector<T> right) => left - right;
}

/// <summary>a × b</summary>
internal readonly struct Products : IArithmetic
{
    public static T Of<T>(T left, T right)
        where T : INumber<T> => checked(left * right);

    public static Vector<T> Of<T>(Vector<T> left, Vector<T> right) => left * right;
}

/// <summary>a ÷ b</summary>
internal readonly struct Quotients : IArithmetic
{
    public static T Of<T>(T left, T right)
        where T : INumber<T> => left / right;

    public static Vector<T> Of<T>(Vector<T> left, Vector<T> right) => left / right;
}
