using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Single values: numbers, truth values, texts, dates and the like.</summary>
internal static class Scalars
{
    private const ulong Ticks = (1ul << 62) - 1;

    private static readonly Dictionary<Type, Codec> Known = new()
    {
        [typeof(bool)] = new LeafCodec<bool>((writer, value) => writer.Bool(value), reader => reader.Bool()),
        [typeof(char)] = new LeafCodec<char>((writer, value) => writer.UInt(value), reader => (char)Within(reader.UInt(), char.MaxValue)),
        [typeof(sbyte)] = new LeafCodec<sbyte>((writer, value) => writer.Int(value), reader => (sbyte)Within(reader.Int(), sbyte.MinValue, sbyte.MaxValue)),
        [typeof(byte)] = new LeafCodec<byte>((writer, value) => writer.UInt(value), reader => (byte)Within(reader.UInt(), byte.MaxValue)),
        [typeof(short)] = new LeafCodec<short>((writer, value) => writer.Int(value), reader => (short)Within(reader.Int(), short.MinValue, short.MaxValue)),
        [typeof(ushort)] = new LeafCodec<ushort>((writer, value) => writer.UInt(value), reader => (ushort)Within(reader.UInt(), ushort.MaxValue)),
        [typeof(int)] = new LeafCodec<int>((writer, value) => writer.Int(value), reader => (int)Within(reader.Int(), int.MinValue, int.MaxValue)),
        [typeof(uint)] = new LeafCodec<uint>((writer, value) => writer.UInt(value), reader => (uint)Within(reader.UInt(), uint.MaxValue)),
        [typeof(long)] = new LeafCodec<long>((writer, value) => writer.Int(value), reader => reader.Int()),
        [typeof(ulong)] = new LeafCodec<ulong>((writer, value) => writer.UInt(value), reader => reader.UInt()),
        [typeof(Half)] = new LeafCodec<Half>((writer, value) => writer.Half(value), reader => reader.Half()),
        [typeof(float)] = new LeafCodec<float>((writer, value) => writer.Single(value), reader => reader.Single()),
        [typeof(double)] = new LeafCodec<double>((writer, value) => writer.Double(value), reader => reader.Double()),
        [typeof(decimal)] = AsBytes<decimal>(),
        [typeof(Guid)] = AsBytes<Guid>(),
        [typeof(Int128)] = AsBytes<Int128>(),
        [typeof(UInt128)] = AsBytes<UInt128>(),
        [typeof(string)] = new LeafCodec<string>((writer, value) => writer.Text(value), reader => reader.Text()),
        [typeof(DateTime)] = new LeafCodec<DateTime>(
            (writer, value) => writer.UInt(Unsafe.BitCast<DateTime, ulong>(value)),
            reader => Checked(Unsafe.BitCast<ulong, DateTime>(reader.UInt()))),
        [typeof(DateTimeOffset)] = new LeafCodec<DateTimeOffset>(
            (writer, value) =>
            {
                writer.Array(2);
                writer.Int(value.Ticks);
                writer.Int((long)value.Offset.TotalMinutes);
            },
            reader =>
            {
                reader.Array(2);
                return new(reader.Int(), TimeSpan.FromMinutes(reader.Int()));
            }),
        [typeof(DateOnly)] = new LeafCodec<DateOnly>(
            (writer, value) => writer.Int(value.DayNumber), reader => DateOnly.FromDayNumber((int)Within(reader.Int(), 0, int.MaxValue))),
        [typeof(TimeOnly)] = new LeafCodec<TimeOnly>((writer, value) => writer.Int(value.Ticks), reader => new(reader.Int())),
        [typeof(TimeSpan)] = new LeafCodec<TimeSpan>((writer, value) => writer.Int(value.Ticks), reader => new(reader.Int())),
        [typeof(Rune)] = new LeafCodec<Rune>((writer, value) => writer.Int(value.Value), reader => new((int)Within(reader.Int(), 0, int.MaxValue))),
        [typeof(BigInteger)] = new LeafCodec<BigInteger>((writer, value) => writer.Bytes(value.ToByteArray()), reader => new(reader.Bytes())),
        [typeof(Version)] = new LeafCodec<Version>((writer, value) => writer.Text(value.ToString()), reader => Version.Parse(reader.Text())),
        [typeof(DBNull)] = new LeafCodec<DBNull>((writer, _) => writer.Undefined(), TakeNothing),
    };

    internal static Codec? For(Type type)
    {
        if (type.IsEnum)
            return CodecFactory.Close(typeof(EnumCodec<,>), type, type.GetEnumUnderlyingType());
        return Nullable.GetUnderlyingType(type) is { } inner ? CodecFactory.Close(typeof(NullableCodec<>), inner) : Known.GetValueOrDefault(type);
    }

    internal static bool Has(Type type) => type.IsEnum || Known.ContainsKey(type);

    /// <summary>Whether the bits of values make values: everything a program could have made, and no more.</summary>
    internal static bool AreSound<T>(ReadOnlySpan<T> values)
    {
        if (typeof(T) == typeof(bool))
            return !Reinterpret<T, byte>(values).ContainsAnyExceptInRange((byte)0, (byte)1);
        if (typeof(T) == typeof(DateTime))
            return All(Reinterpret<T, ulong>(values), static bits => (bits & Ticks) <= (ulong)DateTime.MaxValue.Ticks);
        if (typeof(T) == typeof(TimeOnly))
            return All(Reinterpret<T, ulong>(values), static bits => bits <= (ulong)TimeOnly.MaxValue.Ticks);
        if (typeof(T) == typeof(DateOnly))
            return All(Reinterpret<T, uint>(values), static bits => bits <= (uint)DateOnly.MaxValue.DayNumber);
        if (typeof(T) == typeof(decimal))
            return All(Reinterpret<T, decimal>(values), IsSound);
        return true;
    }

    /// <remarks>Sign and scale lie in the last of four numbers; the scale is at most 28, and no other bit is set.</remarks>
    private static bool IsSound(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return (bits[3] & 0x7F00_FFFF) == 0 && ((bits[3] >> 16) & 0xFF) <= 28;
    }

    private static DateTime Checked(DateTime value) => AreSound<DateTime>([value]) ? value : throw ValueReader.Damaged("a date");

    private static LeafCodec<T> AsBytes<T>()
        where T : unmanaged =>
        new(
            (writer, value) => writer.Bytes(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value))),
            reader =>
            {
                T value = default;
                reader.Bytes(MemoryMarshal.AsBytes(new Span<T>(ref value)));
                return AreSound<T>([value]) ? value : throw ValueReader.Damaged(string.Create(CultureInfo.InvariantCulture, $"a {typeof(T).Name}"));
            });

    private static DBNull TakeNothing(ValueReader reader) => reader.TryUndefined() ? DBNull.Value : throw ValueReader.Damaged("nothing");

    private static bool All<T>(ReadOnlySpan<T> values, Func<T, bool> isSound)
    {
        foreach (var value in values)
        {
            if (!isSound(value))
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<TTo> Reinterpret<TFrom, TTo>(ReadOnlySpan<TFrom> values) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<TFrom, TTo>(ref MemoryMarshal.GetReference(values)), values.Length);

    private static ulong Within(ulong value, ulong most) => value <= most ? value : throw ValueReader.Damaged("a number of that size");

    private static long Within(long value, long least, long most) =>
        value >= least && value <= most ? value : throw ValueReader.Damaged("a number of that size");
}

/// <summary>Enums, as the numbers they are.</summary>
internal sealed class EnumCodec<T, TNumber> : Codec<T>
    where T : struct, Enum
    where TNumber : struct
{
    internal override void Write(ValueWriter writer, T value) => writer.Value(Unsafe.BitCast<T, TNumber>(value));

    internal override T Read(ValueReader reader) => Unsafe.BitCast<TNumber, T>(reader.Value<TNumber>());
}

/// <summary>Structures that may be missing.</summary>
internal sealed class NullableCodec<T> : Codec<T?>
    where T : struct
{
    internal override void Write(ValueWriter writer, T? value)
    {
        if (value is null)
            writer.Null();
        else
            writer.Value(value.GetValueOrDefault());
    }

    internal override T? Read(ValueReader reader) => reader.TryNull() ? null : reader.Value<T>();
}
