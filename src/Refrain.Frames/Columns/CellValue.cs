using System.Numerics;

namespace Refrain.Frames.Columns;

/// <summary>Puts a value a user gave into the type of a column, when nothing is lost by it.</summary>
internal static class CellValue
{
    internal static bool TryConvert<T>(object value, out T converted)
        where T : unmanaged
    {
        if (value is T same)
        {
            converted = same;
            return true;
        }

        converted = default;
        if (typeof(T) == typeof(int))
            return TryNumber<int, T>(value, out converted);
        if (typeof(T) == typeof(long))
            return TryNumber<long, T>(value, out converted);
        if (typeof(T) == typeof(float))
            return TryNumber<float, T>(value, out converted);
        if (typeof(T) == typeof(double))
            return TryNumber<double, T>(value, out converted);
        return typeof(T) == typeof(decimal) && TryNumber<decimal, T>(value, out converted);
    }

    private static bool TryNumber<TNumber, T>(object value, out T converted)
        where TNumber : struct, INumber<TNumber>
        where T : unmanaged
    {
        var ok = value switch
        {
            byte v => TryExact<byte, TNumber, T>(v, out converted),
            sbyte v => TryExact<sbyte, TNumber, T>(v, out converted),
            short v => TryExact<short, TNumber, T>(v, out converted),
            ushort v => TryExact<ushort, TNumber, T>(v, out converted),
            int v => TryExact<int, TNumber, T>(v, out converted),
            uint v => TryExact<uint, TNumber, T>(v, out converted),
            long v => TryExact<long, TNumber, T>(v, out converted),
            ulong v => TryExact<ulong, TNumber, T>(v, out converted),
            float v => TryExact<float, TNumber, T>(v, out converted),
            double v => TryExact<double, TNumber, T>(v, out converted),
            decimal v => TryExact<decimal, TNumber, T>(v, out converted),
            _ => No(out converted),
        };
        return ok;
    }

    private static bool TryExact<TFrom, TNumber, T>(TFrom value, out T converted)
        where TFrom : struct, INumber<TFrom>
        where TNumber : struct, INumber<TNumber>
        where T : unmanaged
    {
        converted = default;
        try
        {
            var number = TNumber.CreateChecked(value);
            if (TFrom.CreateChecked(number) != value && !TFrom.IsNaN(value))
                return false;
            converted = (T)(object)number;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool No<T>(out T converted)
        where T : unmanaged
    {
        converted = default;
        return false;
    }
}
