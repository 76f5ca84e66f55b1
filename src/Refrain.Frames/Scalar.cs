using System.Diagnostics.CodeAnalysis;

namespace Refrain;

/// <summary>One value beside a column: in <c>data["Price"] * 1.2</c> and <c>data["Price"] > 10</c> it stands for as many as the column has rows.</summary>
/// <remarks>Values convert to it by themselves, so its name is not written.</remarks>
/// <example><code>
/// DataFrame dear = data.Where(data["Price"] > 10);
/// </code></example>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The conversions are the way to make one.")]
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It is written as an operand and compared by nobody.")]
public readonly struct Scalar
{
    private Scalar(object value) => Value = value;

    internal object Value { get; }

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => new(value);

    /// <summary>A whole number of 32 bits.</summary>
    public static implicit operator Scalar(int value) => new(value);

    /// <summary>A whole number of 64 bits.</summary>
    public static implicit operator Scalar(long value) => new(value);

    /// <summary>A floating point number of 32 bits.</summary>
    public static implicit operator Scalar(float value) => new(value);

    /// <summary>A floating point number of 64 bits.</summary>
    public static implicit operator Scalar(double value) => new(value);

    /// <summary>A decimal number.</summary>
    public static implicit operator Scalar(decimal value) => new(value);

    /// <summary>A text, never null: nulls are found by <see cref="Column.IsNull()"/>.</summary>
    public static implicit operator Scalar(string value) => new(value ?? throw new ArgumentNullException(nameof(value), "Nulls are found by IsNull()."));

    /// <summary>A date with its time.</summary>
    public static implicit operator Scalar(DateTime value) => new(value);

    /// <summary>A date.</summary>
    public static implicit operator Scalar(DateOnly value) => new(value);

    /// <summary>A length of time.</summary>
    public static implicit operator Scalar(TimeSpan value) => new(value);
}
