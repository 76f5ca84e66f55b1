using System.Runtime.InteropServices;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>Makes columns out of memory and sequences.</summary>
internal static class ColumnFactory
{
    /// <summary>A column over memory that will not change, without copying it.</summary>
    internal static Column Share<T>(string? name, ReadOnlyMemory<T> values)
    {
        if (!RuntimeTypes.CanShare<T>())
            return Copy(name, MemoryMarshal.ToEnumerable(values), values.Length);
        var method = typeof(ColumnFactory).GetMethod(nameof(ShareValues), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        return method.MakeGenericMethod(typeof(T)).CreateDelegate<Func<string?, ReadOnlyMemory<T>, Column>>()(name, values);
    }

    /// <summary>A column of copied values.</summary>
    /// <exception cref="FrameException">A column cannot hold the type.</exception>
    internal static Column Copy<T>(string? name, IEnumerable<T> values, int expected = 0)
    {
        if (values is T[] array && RuntimeTypes.CanShare<T>())
            return Share<T>(name, array.AsSpan().ToArray());
        var appender = Appender<T>.For(name, expected);
        foreach (var value in values)
            appender.Add(value);
        return appender.Build();
    }

    /// <summary>A builder for columns of a type known only at run time.</summary>
    /// <exception cref="FrameException">A column cannot hold the type.</exception>
    internal static IColumnBuilder Builder(string? name, Type type, int expected = 0) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => throw FrameErrors.UnknownType(type),
        TypeCode.Boolean => new ValueBuilder<bool>(name, expected),
        TypeCode.Int32 => new ValueBuilder<int>(name, expected),
        TypeCode.Int64 => new ValueBuilder<long>(name, expected),
        TypeCode.Single => new ValueBuilder<float>(name, expected),
        TypeCode.Double => new ValueBuilder<double>(name, expected),
        TypeCode.Decimal => new ValueBuilder<decimal>(name, expected),
        TypeCode.DateTime => new ValueBuilder<DateTime>(name, expected),
        TypeCode.String => new TextBuilder(name),
        _ when type == typeof(DateOnly) => new ValueBuilder<DateOnly>(name, expected),
        _ when type == typeof(TimeSpan) => new ValueBuilder<TimeSpan>(name, expected),
        _ => throw FrameErrors.UnknownType(type),
    };

    private static unsafe ValueColumn<T> ShareValues<T>(string? name, ReadOnlyMemory<T> values)
        where T : unmanaged
    {
        object owner = MemoryMarshal.TryGetArray(values, out var segment) ? segment.Array! : new object();
        var ownerBytes = (segment.Array?.LongLength ?? values.Length) * sizeof(T);
        var chunks = new List<ValueChunk<T>>();
        for (var start = 0; start < values.Length; start += Chunk.MaxRows)
        {
            var length = Math.Min(Chunk.MaxRows, values.Length - start);
            chunks.Add(new(length, Block.Share(values.Slice(start, length), owner, ownerBytes), validity: null));
        }

        return new(name, new([.. chunks]));
    }
}
