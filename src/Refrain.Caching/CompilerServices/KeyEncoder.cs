using System.ComponentModel;

namespace Refrain.CompilerServices;

/// <summary>Writes the arguments of one call in their canonical form, for the digest that becomes the key.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyEncoder
{
    internal KeyEncoder()
    {
    }

    internal void Argument<T>(T value) => throw new NotSupportedException();

    internal static void Skip()
    {
    }
}
