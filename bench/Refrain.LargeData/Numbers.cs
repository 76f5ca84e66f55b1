namespace Refrain.LargeData;

/// <summary>The data of the measurements.</summary>
internal static class Numbers
{
    /// <summary>Numbers from 0 to 1 in no order, each page of memory written.</summary>
    internal static double[] Doubles(int count, int seed)
    {
        const int Piece = 1 << 20;
        var values = GC.AllocateUninitializedArray<double>(count);
        Parallel.For(0, (count + Piece - 1) / Piece, piece =>
        {
            var random = new Random((seed * 1000) + piece);
            foreach (ref var value in values.AsSpan(piece * Piece, Math.Min(Piece, count - (piece * Piece))))
                value = random.NextDouble();
        });
        return values;
    }

    internal static FourArrays Arrays(int rows) => new(Doubles(rows, 1), Doubles(rows, 2), Doubles(rows, 3), Doubles(rows, 4));

    /// <summary>A frame over arrays, which it shares.</summary>
    internal static DataFrame Frame(FourArrays arrays) => new(
        ("A", (ReadOnlyMemory<double>)arrays.A), ("B", (ReadOnlyMemory<double>)arrays.B), ("C", (ReadOnlyMemory<double>)arrays.C), ("D", (ReadOnlyMemory<double>)arrays.D));
}
