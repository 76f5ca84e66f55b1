using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Refrain.Caching.Snapshots.Copiers;

/// <summary>Copies arrays of what is shared: small ones at once, large ones in pieces on as many cores as there are.</summary>
/// <remarks>A large copy costs the pages that are written for the first time more than the bytes, and those are cleared by whoever touches them: two threads halve it.</remarks>
internal static class BulkCopy
{
    /// <summary>From here on a copy is worth being shared out.</summary>
    internal const long Threshold = 4 << 20;

    private const long PieceBytes = 2 << 20;

    internal static T[] Clone<T>(T[] array)
    {
        // An array of another type than it is seen as (uint[] as int[]) keeps its type only this way.
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>() || (array.LongLength * Unsafe.SizeOf<T>()) < Threshold || array.GetType() != typeof(T[]))
            return (T[])array.Clone();
        var copy = GC.AllocateUninitializedArray<T>(array.Length);
        Copy(array, copy, Unsafe.SizeOf<T>());
        return copy;
    }

    /// <summary>A copy of an array of any rank and bounds.</summary>
    internal static Array Clone<T>(Array array)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>() || (array.LongLength * Unsafe.SizeOf<T>()) < Threshold)
            return (Array)array.Clone();
        var ranks = Enumerable.Range(0, array.Rank);
        var copy = Array.CreateInstanceFromArrayType(array.GetType(), [.. ranks.Select(array.GetLength)], [.. ranks.Select(array.GetLowerBound)]);
        Copy(array, copy, Unsafe.SizeOf<T>());
        return copy;
    }

    private static unsafe void Copy(Array from, Array to, int size)
    {
        var length = from.LongLength * size;
        fixed (byte* source = &MemoryMarshal.GetArrayDataReference(from), target = &MemoryMarshal.GetArrayDataReference(to))
        {
            var (first, second) = ((nint)source, (nint)target);
            Parallel.For(0L, (length + PieceBytes - 1) / PieceBytes, piece =>
            {
                var offset = piece * PieceBytes;
                var bytes = Math.Min(PieceBytes, length - offset);
                Buffer.MemoryCopy((byte*)first + offset, (byte*)second + offset, bytes, bytes);
            });
        }
    }
}
