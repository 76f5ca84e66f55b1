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

    private const int Rounds = 10;

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

    /// <summary>Chains blocks into eight states side by side, which takes little longer than one: a round of the cipher waits only for the one before it.</summary>
    /// <param name="states">The eight states, which go on from where they are.</param>
    /// <param name="blocks">The blocks of the first state; those of each further one lie <paramref name="stride"/> further.</param>
    /// <param name="stride">How far they are apart. There may be fewer blocks; what is read in their stead does not count.</param>
    /// <param name="counts">How many blocks each state takes.</param>
    internal void Chain(Span<Vector128<byte>> states, ReadOnlySpan<Vector128<byte>> blocks, int stride, ReadOnlySpan<int> counts)
    {
        var (fewest, most) = (counts[0], counts[0]);
        foreach (var count in counts)
            (fewest, most) = (Math.Min(fewest, count), Math.Max(most, count));
        var (state0, state1, state2, state3) = (states[0], states[1], states[2], states[3]);
        var (state4, state5, state6, state7) = (states[4], states[5], states[6], states[7]);
        for (var step = 0; step < most; step++)
        {
            var key = _keys[0];
            var next0 = state0 ^ blocks[step] ^ key;
            var next1 = state1 ^ blocks[stride + step] ^ key;
            var next2 = state2 ^ blocks[(2 * stride) + step] ^ key;
            var next3 = state3 ^ blocks[(3 * stride) + step] ^ key;
            var next4 = state4 ^ blocks[(4 * stride) + step] ^ key;
            var next5 = state5 ^ blocks[(5 * stride) + step] ^ key;
            var next6 = state6 ^ blocks[(6 * stride) + step] ^ key;
            var next7 = state7 ^ blocks[(7 * stride) + step] ^ key;
            for (var round = 1; round < Rounds; round++)
            {
                key = _keys[round];
                next0 = Aes.Encrypt(next0, key);
                next1 = Aes.Encrypt(next1, key);
                next2 = Aes.Encrypt(next2, key);
                next3 = Aes.Encrypt(next3, key);
                next4 = Aes.Encrypt(next4, key);
                next5 = Aes.Encrypt(next5, key);
                next6 = Aes.Encrypt(next6, key);
                next7 = Aes.Encrypt(next7, key);
            }

            key = _keys[Rounds];
            next0 = Aes.EncryptLast(next0, key);
            next1 = Aes.EncryptLast(next1, key);
            next2 = Aes.EncryptLast(next2, key);
            next3 = Aes.EncryptLast(next3, key);
            next4 = Aes.EncryptLast(next4, key);
            next5 = Aes.EncryptLast(next5, key);
            next6 = Aes.EncryptLast(next6, key);
            next7 = Aes.EncryptLast(next7, key);
            var isForAll = step < fewest;
            state0 = isForAll || step < counts[0] ? next0 : state0;
            state1 = isForAll || step < counts[1] ? next1 : state1;
            state2 = isForAll || step < counts[2] ? next2 : state2;
            state3 = isForAll || step < counts[3] ? next3 : state3;
            state4 = isForAll || step < counts[4] ? next4 : state4;
            state5 = isForAll || step < counts[5] ? next5 : state5;
            state6 = isForAll || step < counts[6] ? next6 : state6;
            state7 = isForAll || step < counts[7] ? next7 : state7;
        }

        (states[0], states[1], states[2], states[3]) = (state0, state1, state2, state3);
        (states[4], states[5], states[6], states[7]) = (state4, state5, state6, state7);
    }

    /// <summary>FIPS 197, 5.2: each word is the one before it xor the one four before; the first also goes through the assist.</summary>
    private static Vector128<byte> Next(Vector128<byte> key, Vector128<byte> assist)
    {
        key ^= Sse2.ShiftLeftLogical128BitLane(key, 4);
        key ^= Sse2.ShiftLeftLogical128BitLane(key, 8);
        return key ^ Sse2.Shuffle(assist.AsInt32(), 0xFF).AsByte();
    }

    [InlineArray(Rounds + 1)]
    private struct RoundKeys
    {
        private Vector128<byte> _first;
    }
}
