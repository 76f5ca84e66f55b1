using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Arrays of bits, all at once: in a segment where they are large.</summary>
internal static class Bulk
{
    /// <summary>The platform's structures in which any bits are a value.</summary>
    private static readonly HashSet<Type> Free =
    [
        typeof(Guid), typeof(TimeSpan), typeof(Half), typeof(Int128), typeof(UInt128), typeof(Complex), typeof(Vector2), typeof(Vector3), typeof(Vector4),
        typeof(Quaternion), typeof(Plane), typeof(Matrix3x2), typeof(Matrix4x4),
    ];

    /// <summary>Types whose bits are looked at when they are read.</summary>
    private static readonly HashSet<Type> Checked = [typeof(bool), typeof(decimal), typeof(DateTime), typeof(DateOnly), typeof(TimeOnly)];

    /// <summary>The tag of a typed array of the items; 0 where they are written one by one.</summary>
    internal static ulong TagOf(Type item)
    {
        if (!IsFree(item) && !Checked.Contains(item))
            return 0;
        return Type.GetTypeCode(item) switch
        {
            TypeCode.Byte or TypeCode.Boolean => CborTags.UInt8,
            TypeCode.UInt16 or TypeCode.Char => CborTags.UInt16,
            TypeCode.UInt32 => CborTags.UInt32,
            TypeCode.UInt64 => CborTags.UInt64,
            TypeCode.SByte => CborTags.Int8,
            TypeCode.Int16 => CborTags.Int16,
            TypeCode.Int32 => CborTags.Int32,
            TypeCode.Int64 => CborTags.Int64,
            TypeCode.Single => CborTags.Float32,
            TypeCode.Double => CborTags.Float64,
            _ => item == typeof(Half) ? CborTags.Float16 : CborTags.Structures,
        };
    }

    /// <summary>Writes the items of an array, of any rank, whose bytes are all there is to them.</summary>
    internal static void Write(ValueWriter writer, Array array, ulong tag, long bytes)
    {
        if (bytes < SegmentList.Threshold)
        {
            writer.Tag(tag);
            writer.Bytes(MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), (int)bytes));
            return;
        }

        var parts = new List<ReadOnlyMemory<byte>>();
        for (long at = 0; at < bytes; at += SegmentList.MostAtOnce)
            parts.Add(new ArrayMemory(array, at, (int)Math.Min(SegmentList.MostAtOnce, bytes - at)).Memory);
        writer.Tag(CborTags.Segment);
        writer.UInt((ulong)writer.Segments.Add(new(bytes, parts)));
    }

    /// <summary>Reads a one-dimensional array of bits, as long as it is there.</summary>
    internal static T[] Read<T>(ValueReader reader, ulong tag)
    {
        var isSegment = reader.TryTag(CborTags.Segment);
        if (!isSegment && !reader.TryTag(tag))
            throw ValueReader.Damaged("a typed array");
        long bytes;
        var segment = -1;
        if (isSegment)
            segment = reader.Segment(out bytes);
        else
            bytes = reader.BytesLength();
        var length = Math.DivRem(bytes, Unsafe.SizeOf<T>(), out var rest);
        if (rest != 0 || length > Array.MaxLength)
            throw ValueReader.Damaged("whole items");
        var items = GC.AllocateUninitializedArray<T>((int)length);
        ref var target = ref MemoryMarshal.GetArrayDataReference((Array)items);
        if (isSegment)
            Fill(reader.Segments, segment, ref target, bytes, SegmentList.MostAtOnce);
        else
            reader.Into(MemoryMarshal.CreateSpan(ref target, (int)bytes));
        return Scalars.AreSound<T>(items) ? items : throw ValueReader.Damaged($"values of {typeof(T)}");
    }

    /// <summary>Copies a segment part by part.</summary>
    internal static void Fill(ISegmentSource segments, int segment, ref byte target, long length, int atOnce)
    {
        for (long at = 0; at < length; at += atOnce)
        {
            var part = segments.Slice(segment, at, (int)Math.Min(atOnce, length - at)).Span;
            part.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, (nint)at), part.Length));
        }
    }

    /// <summary>Whether any bits are a value, and lie in memory the same way in every version of the platform.</summary>
    private static bool IsFree(Type type)
    {
        if (type.IsPrimitive || type.IsEnum)
            return Bits.Only(type) && type != typeof(bool);
        if (Free.Contains(type))
            return true;
        return Bits.Only(type) && !type.IsAutoLayout && !Scalars.Has(type) && !IsPlatforms(type) && Fields.Of(type).All(field => IsFree(field.FieldType));
    }

    private static bool IsPlatforms(Type type) => type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}

/// <summary>Part of the memory of an array, of any rank, seen as bytes.</summary>
internal sealed class ArrayMemory(Array array, long start, int length) : MemoryManager<byte>
{
    public override Span<byte> GetSpan() =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)start), length);

    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
        return new(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)start + elementIndex)), handle);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
