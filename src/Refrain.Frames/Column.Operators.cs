using System.Diagnostics.CodeAnalysis;
using Refrain.Frames.Expressions;

namespace Refrain;

/// <content>Columns in expressions: each operator makes a new column, row by row, and is null where one of its sides is.</content>
/// <remarks>Numbers of two types become the one C# would make of them. Whole numbers never wrap around: a result that does not fit is an error.</remarks>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Columns are written as formulas.")]
public abstract partial class Column
{
    /// <summary>The sums of two columns; also of dates and lengths of time.</summary>
    /// <exception cref="FrameException">The types have no sum, the lengths differ, or a sum does not fit.</exception>
    /// <example><code>
    /// data["Total"] = data["Price"] + data["Tax"];
    /// </code></example>
    public static Column operator +(Column left, Column right) => Arithmetic.Add(Operand.Of(left), Operand.Of(right));

    /// <summary>The sums of a column and one value.</summary>
    public static Column operator +(Column left, Scalar right) => Arithmetic.Add(Operand.Of(left), Operand.Of(right));

    /// <summary>The sums of one value and a column.</summary>
    public static Column operator +(Scalar left, Column right) => Arithmetic.Add(Operand.Of(left), Operand.Of(right));

    /// <summary>The differences of two columns; of two dates it is the length of time between them.</summary>
    /// <exception cref="FrameException">The types have no difference, the lengths differ, or one does not fit.</exception>
    public static Column operator -(Column left, Column right) => Arithmetic.Subtract(Operand.Of(left), Operand.Of(right));

    /// <summary>The differences of a column and one value.</summary>
    public static Column operator -(Column left, Scalar right) => Arithmetic.Subtract(Operand.Of(left), Operand.Of(right));

    /// <summary>The differences of one value and a column.</summary>
    public static Column operator -(Scalar left, Column right) => Arithmetic.Subtract(Operand.Of(left), Operand.Of(right));

    /// <summary>The products of two columns of numbers.</summary>
    /// <exception cref="FrameException">They are no numbers, the lengths differ, or a product does not fit.</exception>
    public static Column operator *(Column left, Column right) => Arithmetic.Multiply(Operand.Of(left), Operand.Of(right));

    /// <summary>The products of a column and one number.</summary>
    public static Column operator *(Column left, Scalar right) => Arithmetic.Multiply(Operand.Of(left), Operand.Of(right));

    /// <summary>The products of one number and a column.</summary>
    public static Column operator *(Scalar left, Column right) => Arithmetic.Multiply(Operand.Of(left), Operand.Of(right));

    /// <summary>The quotients of two columns of numbers. Of whole numbers they are <c>double</c>, with nothing cut off.</summary>
    /// <exception cref="FrameException">They are no numbers, the lengths differ, or a decimal is divided by zero.</exception>
    public static Column operator /(Column left, Column right) => Arithmetic.Divide(Operand.Of(left), Operand.Of(right));

    /// <summary>The quotients of a column and one number.</summary>
    public static Column operator /(Column left, Scalar right) => Arithmetic.Divide(Operand.Of(left), Operand.Of(right));

    /// <summary>The quotients of one number and a column.</summary>
    public static Column operator /(Scalar left, Column right) => Arithmetic.Divide(Operand.Of(left), Operand.Of(right));

    /// <summary>Where a column is less than another; a column of truth values for <see cref="DataFrame.Where(Column)"/>.</summary>
    /// <exception cref="FrameException">The types cannot be compared, or the lengths differ.</exception>
    public static Column operator <(Column left, Column right) => Comparison.Of<Less>(Operand.Of(left), Operand.Of(right));

    /// <summary>Where a column is less than a value.</summary>
    public static Column operator <(Column left, Scalar right) => Comparison.Of<Less>(Operand.Of(left), Operand.Of(right));

    /// <summary>Where a column is greater than another; a column of truth values for <see cref="DataFrame.Where(Column)"/>.</summary>
    /// <exception cref="FrameException">The types cannot be compared, or the lengths differ.</exception>
    public static Column operator >(Column left, Column right) => Comparison.Of<Less>(Operand.Of(right), Operand.Of(left));

    /// <summary>Where a column is greater than a value.</summary>
    /// <example><code>
    /// DataFrame some = data.Where(data["Price"] > 10 &amp; data["City"].EqualTo("Graz"));
    /// </code></example>
    public static Column operator >(Column left, Scalar right) => Comparison.Of<Less>(Operand.Of(right), Operand.Of(left));

    /// <summary>Where a column is at most another.</summary>
    /// <exception cref="FrameException">The types cannot be compared, or the lengths differ.</exception>
    public static Column operator <=(Column left, Column right) => Comparison.Of<AtMost>(Operand.Of(left), Operand.Of(right));

    /// <summary>Where a column is at most a value.</summary>
    public static Column operator <=(Column left, Scalar right) => Comparison.Of<AtMost>(Operand.Of(left), Operand.Of(right));

    /// <summary>Where a column is at least another.</summary>
    /// <exception cref="FrameException">The types cannot be compared, or the lengths differ.</exception>
    public static Column operator >=(Column left, Column right) => Comparison.Of<AtMost>(Operand.Of(right), Operand.Of(left));

    /// <summary>Where a column is at least a value.</summary>
    public static Column operator >=(Column left, Scalar right) => Comparison.Of<AtMost>(Operand.Of(right), Operand.Of(left));

    /// <summary>Where both of two columns of truth values are true; false beside null is false, true beside null is null.</summary>
    /// <exception cref="FrameException">One holds no truth values, or the lengths differ.</exception>
    public static Column operator &(Column left, Column right) => Masks.And(left, right);

    /// <summary>Where one of two columns of truth values is true; true beside null is true, false beside null is null.</summary>
    /// <exception cref="FrameException">One holds no truth values, or the lengths differ.</exception>
    public static Column operator |(Column left, Column right) => Masks.Or(left, right);

    /// <summary>The opposites of truth values; null stays null.</summary>
    /// <exception cref="FrameException">The column holds no truth values.</exception>
    public static Column operator !(Column column) => Masks.Not(column);

    /// <summary>Where a column has a value, as C#'s <c>==</c> has it: text letter by letter, NaN equal to nothing. Null where the column is.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="FrameException">The types cannot be compared.</exception>
    public Column EqualTo(Scalar value) => Comparison.Of<Equal>(Operand.Of(this), Operand.Of(value));

    /// <summary>Where two columns have equal values. Null where one of them is.</summary>
    /// <param name="other">A column of the same length.</param>
    /// <exception cref="FrameException">The types cannot be compared, or the lengths differ.</exception>
    public Column EqualTo(Column other) => Comparison.Of<Equal>(Operand.Of(this), Operand.Of(other));

    /// <summary>Where a column has another value. Null where the column is.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="FrameException">The types cannot be compared.</exception>
    public Column NotEqualTo(Scalar value) => Masks.Not(EqualTo(value));

    /// <summary>Where two columns have different values. Null where one of them is.</summary>
    /// <param name="other">A column of the same length.</param>
    /// <exception cref="FrameException">The types cannot be compared, or the lengths differ.</exception>
    public Column NotEqualTo(Column other) => Masks.Not(EqualTo(other));

    /// <summary>Where the column is null: true or false, never null.</summary>
    /// <example><code>
    /// DataFrame known = data.Where(!data["City"].IsNull());
    /// </code></example>
    public Column IsNull() => Masks.Nulls(this);

    /// <summary>The column with a value in place of its nulls.</summary>
    /// <param name="value">A value that the column can hold.</param>
    /// <exception cref="FrameException">The column cannot hold the value.</exception>
    /// <example><code>
    /// data["Price"] = data["Price"].FillNulls(0);
    /// </code></example>
    public Column FillNulls(Scalar value) => NullCount == 0 ? this : Accept(new NullFilling(value.Value));
}
