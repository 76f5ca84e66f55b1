using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Tests.Keys;

public class VectorHashTests
{
    private static readonly byte[] Bits = Fill(VectorSecret.TotalBytes, 7);
    private static readonly VectorSecret Secret = new(Bits);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1000)]
    [InlineData(1024)]
    public void A_block_is_the_sum_of_products_of_the_definition(int length)
    {
        var message = Fill(length, 1);
        var padded = new byte[VectorBlock.Bytes];
        message.CopyTo(padded, 0);
        var sums = new ulong[VectorBlock.Passes];
        for (var pass = 0; pass < VectorBlock.Passes; pass++)
        {
            for (var at = 0; at < VectorBlock.Bytes; at += 8)
                sums[pass] += (ulong)Sum(padded, at, pass) * Sum(padded, at + 4, pass);
        }

        Assert.Equal(new KeyDigest(sums[0], sums[1], sums[2], sums[3]), VectorBlock.Hash(Secret, 2, message));

        static uint Sum(byte[] padded, int at, int pass) => unchecked(
            BinaryPrimitives.ReadUInt32LittleEndian(padded.AsSpan(at))
            + BinaryPrimitives.ReadUInt32LittleEndian(Secret.Level(2)[(at + pass * VectorBlock.VectorBytes)..]));
    }

    [Fact]
    public void How_a_message_is_cut_makes_no_difference() =>
        Prop.ForAll(Gen.Choose(0, 200_000).ToArbitrary(), Gen.Choose(1, 5000).ToArbitrary(), (length, cut) =>
            {
                var message = Fill(length, length);
                var whole = new VectorHash(Secret, Secret);
                whole.Append(message);
                var pieces = new VectorHash(Secret, Secret);
                for (var at = 0; at < length; at += cut)
                    pieces.Append(message.AsSpan(at, Math.Min(cut, length - at)));
                var digest = whole.Finish();
                return digest == pieces.Finish() && digest == new VectorHash(Secret, Secret).Finish(message);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Theory]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(32 * 1024)]
    [InlineData(32 * 1024 + 1)]
    [InlineData(1_100_000)]
    public void Every_byte_counts_and_so_does_the_length(int length)
    {
        var message = Fill(length, 3);
        var digests = new HashSet<KeyDigest> { Hash(message), Hash([.. message, 0]), Hash(message.AsSpan(1)) };
        for (var at = 0; at < length; at += Math.Max(1, length / 50))
        {
            message[at] ^= 1;
            digests.Add(Hash(message));
            message[at] ^= 1;
        }

        Assert.Equal(3 + (length + Math.Max(1, length / 50) - 1) / Math.Max(1, length / 50), digests.Count);
    }

    [Fact]
    public void Every_byte_of_bulk_data_counts()
    {
        var message = Fill(5_000_000, 4);
        using var stable = new StableHash();
        var digests = new HashSet<KeyDigest> { Bulk(new VectorHash(), message), Bulk(new VectorHash(), message.AsSpan(1)), Bulk(stable, message) };
        for (var at = 0; at < message.Length; at += 499_999)
        {
            message[at] ^= 128;
            digests.Add(Bulk(new VectorHash(), message));
            message[at] ^= 128;
        }

        Assert.Equal(3 + 11, digests.Count);
        Assert.Contains(Bulk(new VectorHash(), message), digests);

        static KeyDigest Bulk(IKeyHash hash, ReadOnlySpan<byte> bytes)
        {
            hash.AppendBulk(bytes);
            return hash.Finish();
        }
    }

    [Fact]
    public void Short_messages_count_with_their_length()
    {
        var hash = new VectorHash(Secret, Secret);
        byte[][] messages = [[], [0], [0, 0], [1], [0, 1], [1, 0], new byte[32], new byte[33], new byte[VectorHash.ShortBytes], Fill(100, 1), Fill(100, 2)];
        Assert.Equal(messages.Length, messages.Select(message => hash.Short(message)).Distinct().Count());
        Assert.Equal(hash.Short(Fill(100, 1)), new VectorHash(Secret, Secret).Short(Fill(100, 1)));
    }

    [Fact]
    public void A_hash_can_be_used_again()
    {
        var hash = new VectorHash(Secret, Secret);
        hash.Append(Fill(70_000, 5));
        var first = hash.Finish();
        hash.Append(Fill(10, 6));
        hash.Finish();
        hash.Append(Fill(70_000, 5));
        Assert.Equal(first, hash.Finish());
    }

    private static KeyDigest Hash(ReadOnlySpan<byte> message)
    {
        var hash = new VectorHash(Secret, Secret);
        hash.Append(message);
        return hash.Finish();
    }

    private static byte[] Fill(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
