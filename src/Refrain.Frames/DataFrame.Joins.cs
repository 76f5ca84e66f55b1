using Refrain.Frames.Queries;

namespace Refrain;

public sealed partial class DataFrame
{
    /// <summary>The rows of this frame beside the rows of another that have equal values in the named columns; rows without a partner are left out.</summary>
    /// <remarks>In the order of this frame, and among partners in that of the other. Null is equal to nothing. The named columns come once; another column of
    /// <paramref name="other"/> whose name is taken gets <c>_right</c> behind its name.</remarks>
    /// <param name="other">The other frame.</param>
    /// <param name="on">The names of the columns, which both frames have.</param>
    /// <exception cref="FrameException">A column is missing on one side, its types do not meet, or a name would be there twice.</exception>
    /// <example><code>
    /// DataFrame priced = orders.Join(products, "ProductId");
    /// </code></example>
    public DataFrame Join(DataFrame other, params IEnumerable<string> on) => Join(other, [.. on.Select(name => (name, name))]);

    /// <summary>As <see cref="Join(DataFrame, IEnumerable{string})"/>, for columns that are called differently.</summary>
    /// <param name="other">The other frame.</param>
    /// <param name="on">Pairs of names: of this frame's column, and of the other's.</param>
    /// <exception cref="FrameException">A column is missing on one side, its types do not meet, or a name would be there twice.</exception>
    /// <example><code>
    /// DataFrame priced = orders.Join(products, ("ProductId", "Id"));
    /// </code></example>
    public DataFrame Join(DataFrame other, params (string Left, string Right)[] on) => FrameJoin.Of(this, other, on, keepLeft: false);

    /// <summary>All rows of this frame, beside those of another that have equal values in the named columns; where there are none, the other's columns are null.</summary>
    /// <remarks>Order and names are as in <see cref="Join(DataFrame, IEnumerable{string})"/>.</remarks>
    /// <param name="other">The other frame.</param>
    /// <param name="on">The names of the columns, which both frames have.</param>
    /// <exception cref="FrameException">A column is missing on one side, its types do not meet, or a name would be there twice.</exception>
    /// <example><code>
    /// DataFrame all = orders.LeftJoin(products, "ProductId");
    /// </code></example>
    public DataFrame LeftJoin(DataFrame other, params IEnumerable<string> on) => LeftJoin(other, [.. on.Select(name => (name, name))]);

    /// <summary>As <see cref="LeftJoin(DataFrame, IEnumerable{string})"/>, for columns that are called differently.</summary>
    /// <param name="other">The other frame.</param>
    /// <param name="on">Pairs of names: of this frame's column, and of the other's.</param>
    /// <exception cref="FrameException">A column is missing on one side, its types do not meet, or a name would be there twice.</exception>
    public DataFrame LeftJoin(DataFrame other, params (string Left, string Right)[] on) => FrameJoin.Of(this, other, on, keepLeft: true);
}
