namespace Refrain.Caching.Keys;

/// <summary>Hashes much data as pieces of 1 MiB, each by itself, on as many cores as there are.</summary>
internal static class BulkLeaves
{
    /// <summary>From here on data is hashed in pieces. Part of the canonical form: changing it changes digests.</summary>
    internal const int Threshold = 256 * 1024;

    private const int PieceBytes = 1024 * 1024;

    internal static unsafe KeyDigest[] Of(ReadOnlySpan<byte> bytes, Func<IKeyHash> hash)
    {
        var length = bytes.Length;
        var leaves = new KeyDigest[(length + PieceBytes - 1) / PieceBytes];
        fixed (byte* pinned = bytes)
        {
            var start = pinned;
            if (leaves.Length < 4)
            {
                var only = hash();
                for (var piece = 0; piece < leaves.Length; piece++)
                    leaves[piece] = Piece(start, length, piece, only);
            }
            else
            {
                Parallel.For(0, leaves.Length, hash, (piece, _, own) =>
                {
                    leaves[piece] = Piece(start, length, piece, own);
                    return own;
                }, _ => { });
            }
        }

        return leaves;
    }

    private static unsafe KeyDigest Piece(byte* start, int length, int piece, IKeyHash hash)
    {
        var from = (long)piece * PieceBytes;
        hash.Append(new ReadOnlySpan<byte>(start + from, (int)Math.Min(PieceBytes, length - from)));
        return hash.Finish();
    }
}
