using System.Runtime.CompilerServices;

namespace Refrain.Frames.Columns;

/// <summary>Reads numbers of a type as double; the branches are decided when the type is compiled.</summary>
internal static class Numbers<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ToDouble(T value)
    {
        if (typeof(T) == typeof(double))
            return (double)(object)value;
        if (typeof(T) == typeof(float))
            return (float)(object)value;
        if (typeof(T) == typeof(int))
            return (int)(object)value;
        if (typeof(T) == typeof(long))
            return (long)(object)value;
        if (typeof(T) == typeof(decimal))
            return (double)(decimal)(object)value;
        throw new InvalidCastException($"{typeof(T)} is not a number.");
    }
}
