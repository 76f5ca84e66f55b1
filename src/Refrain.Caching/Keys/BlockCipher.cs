using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Aes = System.Runtime.Intrinsics.X86.Aes;
using RandomNumberGenerator = System.Security.Cryptography.RandomNumberGenerator;

namespace Refrain.Caching.Keys;

/// <summary>AES-128 under a secret of this process, where the processor has instructions for it.</summary>
internal sealed class BlockCipher
{
    /// <summary>The cipher of this process; <see langword="null"/> where the processor has none.</summary>
    internal static readonly BlockCipher? Process = Aes.IsSupported ? new(RandomNumberGenerator.GetBytes(KeyBytes)) : null;

    internal const int KeyBytes = 16;

    /// <summary>How many chains <see cref="SumOfChains"/> takes side by side: as many as the processor can have under way at once.</summary>
    internal const int Lanes = 8;

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

    /// <summary>Chains blocks in eight lanes side by side, each from zero, which takes little longer than one: a round of the cipher waits only
    /// for the one before it.</summary>
    /// <param name="blocks">The first block of each lane, then the second of each, and so on; they are used up. What is read in the stead of blocks that a
    /// lane does not have does not count.</param>
    /// <param name="ends">The place after the last block of each lane; 0 for one that has none.</param>
    /// <returns>The sum of where the lanes end.</returns>
    internal Vector128<ulong> SumOfChains(Span<Vector128<byte>> blocks, ReadOnlySpan<int> ends)
    {
        var (nearest, farthest) = (int.MaxValue, 0);
        foreach (var end in ends)
            (nearest, farthest) = (Math.Min(nearest, end), Math.Max(farthest, end));
        Vector128<byte> state0 = default, state1 = default, state2 = default, state3 = default;
        Vector128<byte> state4 = default, state5 = default, state6 = default, state7 = default;
        var place = 0;
        for (; place + Lanes <= nearest; place += Lanes)
        {
            var row = blocks.Slice(place, Lanes);
            (state0, state1, state2, state3) = (state0 ^ row[0], state1 ^ row[1], state2 ^ row[2], state3 ^ row[3]);
            (state4, state5, state6, state7) = (state4 ^ row[4], state5 ^ row[5], state6 ^ row[6], state7 ^ row[7]);
            Encrypt(ref state0, ref state1, ref state2, ref state3, ref state4, ref state5, ref state6, ref state7);
        }

        // Where not all lanes go on, the row keeps the states of those that do not.
        for (; place + Lanes <= farthest; place += Lanes)
        {
            var row = blocks.Slice(place, Lanes);
            var (next0, next1, next2, next3) = (state0 ^ row[0], state1 ^ row[1], state2 ^ row[2], state3 ^ row[3]);
            var (next4, next5, next6, next7) = (state4 ^ row[4], state5 ^ row[5], state6 ^ row[6], state7 ^ row[7]);
            (row[0], row[1], row[2], row[3]) = (state0, state1, state2, state3);
            (row[4], row[5], row[6], row[7]) = (state4, state5, state6, state7);
            (state0, state1, state2, state3, state4, state5, state6, state7) = (next0, next1, next2, next3, next4, next5, next6, next7);
            Encrypt(ref state0, ref state1, ref state2, ref state3, ref state4, ref state5, ref state6, ref state7);
            state0 = place + Lanes <= ends[0] ? state0 : row[0];
            state1 = place + Lanes <= ends[1] ? state1 : row[1];
            state2 = place + Lanes <= ends[2] ? state2 : row[2];
            state3 = place + Lanes <= ends[3] ? state3 : row[3];
            state4 = place + Lanes <= ends[4] ? state4 : row[4];
            state5 = place + Lanes <= ends[5] ? state5 : row[5];
            state6 = place + Lanes <= ends[6] ? state6 : row[6];
            state7 = place + Lanes <= ends[7] ? state7 : row[7];
        }

        return state0.AsUInt64() + state1.AsUInt64() + state2.AsUInt64() + state3.AsUInt64()
            + (state4.AsUInt64() + state5.AsUInt64() + state6.AsUInt64() + state7.AsUInt64());
    }

    /// <summary>Encrypts eight blocks. They are the caller's locals, so that they stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Encrypt(
        ref Vector128<byte> state0, ref Vector128<byte> state1, ref Vector128<byte> state2, ref Vector128<byte> state3,
        ref Vector128<byte> state4, ref Vector128<byte> state5, ref Vector128<byte> state6, ref Vector128<byte> state7)
    {
        var key = _keys[0];
        state0 ^= key;
        state1 ^= key;
        state2 ^= key;
        state3 ^= key;
        state4 ^= key;
        state5 ^= key;
        state6 ^= key;
        state7 ^= key;
        for (var round = 1; round < Rounds; round++)
        {
            key = _keys[round];
            state0 = Aes.Encrypt(state0, key);
            state1 = Aes.Encrypt(state1, key);
            state2 = Aes.Encrypt(state2, key);
            state3 = Aes.Encrypt(state3, key);
            state4 = Aes.Encrypt(state4, key);
            state5 = Aes.Encrypt(state5, key);
            state6 = Aes.Encrypt(state6, key);
            state7 = Aes.Encrypt(state7, key);
        }

        key = _keys[Rounds];
        state0 = Aes.EncryptLast(state0, key);
        state1 = Aes.EncryptLast(state1, key);
        state2 = Aes.EncryptLast(state2, key);
        state3 = Aes.EncryptLast(state3, key);
        state4 = Aes.EncryptLast(state4, key);
        state5 = Aes.EncryptLast(state5, key);
        state6 = Aes.EncryptLast(state6, key);
        state7 = Aes.EncryptLast(state7, key);
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
