using System.Runtime.InteropServices;

namespace Refrain.Caching.Keys;

/// <summary>The digest of keys in memory: a tree of <see cref="VectorBlock"/>s keyed by a secret of this process.</summary>
/// <remarks>
/// The blocks of the message are the leaves; 32 digests of one level make a block of the next; the root and the length make a last one.
/// Every level has a key of its own, so for two different messages chosen without knowledge of the secret (digests never leave the
/// process) the probability of a collision is at most the sum over the levels: 2^-128 for each, of which there are at most 12 and the
/// last, and as many again where bulk data is a tree of its own: below 2^-123 for any pair. The tree is that of Boesgaard, Christensen
/// and Zenner: "Badger – A Fast and Provably Secure MAC", ACNS 2005.
/// </remarks>
internal sealed class VectorHash : IKeyHash
{
    private static readonly VectorSecret StreamSecret = VectorSecret.Random();
    private static readonly VectorSecret BulkSecret = VectorSecret.Random();

    /// <summary>What <see cref="Short"/> takes at most.</summary>
    internal const int ShortBytes = 768;

    private readonly VectorSecret _secret;
    private readonly VectorSecret _bulkSecret;
    private readonly List<Level> _levels = [new()];
    private int _used = 1;
    private long _length;

    internal VectorHash()
        : this(StreamSecret, BulkSecret)
    {
    }

    internal VectorHash(VectorSecret secret, VectorSecret bulkSecret)
    {
        _secret = secret;
        _bulkSecret = bulkSecret;
    }

    public bool IsStable => false;

    public IKeyHash Another() => new VectorHash(_secret, _bulkSecret);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        Append(0, bytes);
    }

    public void AppendBulk(ReadOnlySpan<byte> bytes)
    {
        var leaves = BulkLeaves.Of(bytes, () => new VectorHash(_bulkSecret, _bulkSecret));
        Append(MemoryMarshal.AsBytes(leaves.AsSpan()));
    }

    public KeyDigest Finish()
    {
        var root = Root();
        Span<byte> last = stackalloc byte[KeyDigest.Bytes + sizeof(long)];
        root.Write(last);
        MemoryMarshal.Write(last[KeyDigest.Bytes..], in _length);
        _length = 0;
        _used = 1;
        return VectorBlock.Hash(_secret, VectorSecret.FinalLevel, last);
    }

    /// <summary>The digest of a message at hand: the same as appending it and finishing, without a copy if it is one block.</summary>
    internal KeyDigest Finish(ReadOnlySpan<byte> rest)
    {
        if (_length != 0 || rest.Length is 0 or > VectorBlock.Bytes)
        {
            Append(rest);
            return Finish();
        }

        Span<byte> last = stackalloc byte[KeyDigest.Bytes + sizeof(long)];
        VectorBlock.Hash(_secret, 0, rest).Write(last);
        var length = (long)rest.Length;
        MemoryMarshal.Write(last[KeyDigest.Bytes..], in length);
        return VectorBlock.Hash(_secret, VectorSecret.FinalLevel, last);
    }

    /// <summary>The digest of a message by itself, without a tree; not the one that appending it gives.</summary>
    /// <remarks>The length counts by a product of its own for each pass, under a part of the key that no message this short reaches.</remarks>
    internal KeyDigest Short(ReadOnlySpan<byte> message)
    {
        var padded = VectorBlock.Hash(_secret, VectorSecret.ShortLevel, message);
        var keys = MemoryMarshal.Cast<byte, uint>(_secret.Level(VectorSecret.ShortLevel)[^VectorBlock.VectorBytes..]);
        var length = (uint)message.Length;
        return new(
            padded.A + (ulong)(length + keys[0]) * keys[1],
            padded.B + (ulong)(length + keys[2]) * keys[3],
            padded.C + (ulong)(length + keys[4]) * keys[5],
            padded.D + (ulong)(length + keys[6]) * keys[7]);
    }

    private KeyDigest Root()
    {
        if (_length == 0)
            return default;
        for (var index = 0; ; index++)
        {
            var level = _levels[index];
            var isTop = index == _used - 1;
            if (isTop && index > 0 && level.Count == KeyDigest.Bytes)
            {
                level.Count = 0;
                return KeyDigest.Read(level.Block);
            }

            if (level.Count > 0)
                Compress(index);
        }
    }

    private void Append(int index, ReadOnlySpan<byte> bytes)
    {
        var level = _levels[index];
        while (!bytes.IsEmpty)
        {
            if (level.Count == 0 && bytes.Length >= VectorBlock.Bytes)
            {
                Raise(index, VectorBlock.Hash(_secret, index, bytes[..VectorBlock.Bytes]));
                bytes = bytes[VectorBlock.Bytes..];
                continue;
            }

            var taken = Math.Min(bytes.Length, VectorBlock.Bytes - level.Count);
            bytes[..taken].CopyTo(level.Block.AsSpan(level.Count));
            level.Count += taken;
            bytes = bytes[taken..];
            if (level.Count == VectorBlock.Bytes)
                Compress(index);
        }
    }

    private void Compress(int index)
    {
        var level = _levels[index];
        var digest = VectorBlock.Hash(_secret, index, level.Block.AsSpan(0, level.Count));
        level.Count = 0;
        Raise(index, digest);
    }

    private void Raise(int index, KeyDigest digest)
    {
        var above = index + 1;
        if (above == _levels.Count)
            _levels.Add(new());
        _used = Math.Max(_used, above + 1);
        Append(above, MemoryMarshal.AsBytes(new ReadOnlySpan<KeyDigest>(in digest)));
    }

    private sealed class Level
    {
        internal readonly byte[] Block = new byte[VectorBlock.Bytes];
        internal int Count;
    }
}
