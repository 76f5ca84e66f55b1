using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Aes = System.Runtime.Intrinsics.X86.Aes;
using RandomNumberGenerator = System.Security.Cryptography.RandomNumberGenerator;

namespace Refrain.Caching.Keys;

/// <summary>AES-128 under a secret of this process, one block at a time, where the processor has instructions for it.</summary>
internal sealed class BlockCipher
{
    /// <summary>The cipher of this process; <see langword="null"/> where the processor has none.</summary>
    internal static readonly BlockCipher? Process = Aes.IsSupported ? new(RandomNumberGenerator.GetBytes(KeyBytes)) : null;

    internal const int KeyBytes = 16;

    private RoundKeys _keys;

    internal BlockCipher(ReadOnlySpan<byte> key)
    {
        var round = Vector128.Create(key);
        _keys[0] = round;
        _keys[1] = round = Next(round, Aes.KeygenAssist(round, 0x01));
        _keys[2] = round = Next(round, Aes.KeygenAssist(round, 0x02));
        _keys[3] = round = Next(round, Aes.KeygenAssist(round, 0x04));
        _keys[4] = round = Next(round, Aes.KeygenAssist(round, 0x08));
        _keys[5] = round = Next(round, Aes.KeygenAssist(round, 0x10));
        _keys[6] = round = Next(round, Aes.KeygenAssist(round, 0x20));
        _keys[7] = round = Next(round, Aes.KeygenAssist(round, 0x40));
        _keys[8] = round = Next(round, Aes.KeygenAssist(round, 0x80));
        _keys[9] = round = Next(round, Aes.KeygenAssist(round, 0x1B));
        _keys[10] = Next(round, Aes.KeygenAssist(round, 0x36));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector128<byte> Encrypt(Vector128<byte> block)
    {
        var state = block ^ _keys[0];
        state = Aes.Encrypt(state, _keys[1]);
        state = Aes.Encrypt(state, _keys[2]);
        state = Aes.Encrypt(state, _keys[3]);
        state = Aes.Encrypt(state, _keys[4]);
        state = Aes.Encrypt(state, _keys[5]);
        state = Aes.Encrypt(state, _keys[6]);
        state = Aes.Encrypt(state, _keys[7]);
        state = Aes.Encrypt(state, _keys[8]);
        state = Aes.Encrypt(state, _keys[9]);
        return Aes.EncryptLast(state, _keys[10]);
    }

    /// <summary>FIPS 197, 5.2: each word is the one before it xor the one four before; the first also goes through the assist.</summary>
    private static Vector128<byte> Next(Vector128<byte> key, Vector128<byte> assist)
    {
        key ^= Sse2.ShiftLeftLogical128BitLane(key, 4);
        key ^= Sse2.ShiftLeftLogical128BitLane(key, 8);
        return key ^ Sse2.Shuffle(assist.AsInt32(), 0xFF).AsByte();
    }

    [InlineArray(11)]
    private struct RoundKeys
    {
        private Vector128<byte> _first;
    }
}
