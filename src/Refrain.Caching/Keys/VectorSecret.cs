using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Refrain.Caching.Keys;

/// <summary>The random bits that make the hash of one process unpredictable: for each level of the tree its own.</summary>
internal sealed class VectorSecret
{
    /// <summary>Enough levels for 2^63 bytes: the first takes blocks of 1024 bytes, each further one 32 times as much.</summary>
    internal const int Levels = 12;

    private const int VectorsPerBlock = VectorBlock.Bytes / VectorBlock.VectorBytes;

    /// <summary>A block's key, and three more vectors because each pass begins one vector further.</summary>
    internal const int LevelBytes = VectorBlock.Bytes + (VectorBlock.Passes - 1) * VectorBlock.VectorBytes;

    /// <summary>The level that takes the root of the tree and the length.</summary>
    internal const int FinalLevel = Levels;

    /// <summary>The level of messages so short that they need no tree.</summary>
    internal const int ShortLevel = Levels + 1;

    internal const int TotalBytes = LevelBytes * TotalLevels;

    private const int TotalLevels = Levels + 2;

    private readonly byte[] _bits;
    private readonly ulong[] _padding;

    internal VectorSecret(byte[] bits)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bits.Length, TotalBytes);
        _bits = bits;
        _padding = new ulong[TotalLevels * (VectorsPerBlock + 1) * VectorBlock.Passes];
        for (var level = 0; level < TotalLevels; level++)
            FillPadding(level);
    }

    internal static VectorSecret Random() => new(RandomNumberGenerator.GetBytes(TotalBytes));

    internal ReadOnlySpan<byte> Level(int level) => _bits.AsSpan(level * LevelBytes, LevelBytes);

    /// <summary>What zero bytes from a vector on to the end of the block contribute to each pass.</summary>
    internal ReadOnlySpan<ulong> Padding(int level, int fromVector) =>
        _padding.AsSpan((level * (VectorsPerBlock + 1) + fromVector) * VectorBlock.Passes, VectorBlock.Passes);

    private void FillPadding(int level)
    {
        var lanes = MemoryMarshal.Cast<byte, ulong>(Level(level));
        const int lanesPerVector = VectorBlock.VectorBytes / sizeof(ulong);
        for (var vector = VectorsPerBlock - 1; vector >= 0; vector--)
        {
            for (var pass = 0; pass < VectorBlock.Passes; pass++)
            {
                var sum = Padding(level, vector + 1)[pass];
                for (var lane = 0; lane < lanesPerVector; lane++)
                {
                    var key = lanes[(vector + pass) * lanesPerVector + lane];
                    sum += (uint)key * (key >> 32);
                }

                _padding[(level * (VectorsPerBlock + 1) + vector) * VectorBlock.Passes + pass] = sum;
            }
        }
    }
}
