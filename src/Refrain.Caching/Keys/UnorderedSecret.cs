using System.Runtime.Intrinsics;

namespace Refrain.Caching.Keys;

/// <summary>What <see cref="UnorderedSum"/> makes of items is known to this process alone: a cipher, and a mask for each kind that the first and the
/// second part of an item may be of.</summary>
internal sealed class UnorderedSecret
{
    /// <summary>So many characters a text may have to count by itself. Its length is its kind.</summary>
    internal const int LongestText = 128;

    /// <summary>The kinds above the lengths of texts.</summary>
    internal const int Digest = LongestText + 1;
    internal const int Bits = LongestText + 2;
    internal const int Null = LongestText + 3;

    internal const int Kinds = LongestText + 4;

    /// <summary>The secret of this process; <see langword="null"/> where the processor has no instructions for the cipher.</summary>
    internal static readonly UnorderedSecret? Process = BlockCipher.Process is { } cipher ? new(cipher) : null;

    private readonly Vector128<byte>[] _masks = new Vector128<byte>[2 * Kinds];

    internal UnorderedSecret(BlockCipher cipher)
    {
        Cipher = cipher;
        for (var kind = 0; kind < _masks.Length; kind++)
            _masks[kind] = cipher.Encrypt(Vector128.CreateScalar(kind).AsByte());
    }

    internal BlockCipher Cipher { get; }

    /// <summary>The masks of the kinds of first parts, then those of second parts. An item's is the sum of both: those of items of different kinds
    /// differ by a block that is as good as random, whichever two they are.</summary>
    internal ref Vector128<byte> Masks => ref _masks[0];
}
