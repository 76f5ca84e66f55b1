using System.Reflection;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>The data that the compiler puts into the assembly for literals of arrays and spans.</summary>
internal static class StaticData
{
    internal static bool Has(FieldInfo field) => field.Attributes.HasFlag(FieldAttributes.HasFieldRVA);

    internal static byte[] Of(FieldInfo field)
    {
        var bytes = new byte[SizeOf(field.FieldType)];
        RuntimeHelpers.InitializeArray(bytes, field.FieldHandle);
        return bytes;
    }

    private static int SizeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte or TypeCode.SByte or TypeCode.Boolean => 1,
        TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char => 2,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
        TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
        _ => type.StructLayoutAttribute is { Size: > 0 } layout ? layout.Size : RuntimeHelpers.SizeOf(type.TypeHandle),
    };
}
