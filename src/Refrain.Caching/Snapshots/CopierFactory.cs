using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Caching.Snapshots.Copiers;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots;

/// <summary>Chooses how the values of a runtime type are copied.</summary>
internal static class CopierFactory
{
    internal static Copier Make(Type type) =>
        CustomCopies.CopierFor(type)
        ?? KnownCopiers.For(type)
        ?? Array(type)
        ?? CollectionCopiers.For(type)
        ?? (Refusal(type) is { } reason ? Close(typeof(RefusedCopier<>), [type], reason) : ByFields(type));

    internal static Copier Close(Type definition, params Type[] types) => Close(definition, types, []);

    internal static Copier Close(Type definition, Type[] types, params object?[] arguments) =>
        (Copier)Activator.CreateInstance(definition.MakeGenericType(types), BindingFlags.Instance | BindingFlags.Public, null, arguments, null)!;

    /// <summary>Why values of the type cannot be copied; <see langword="null"/> if they can.</summary>
    internal static string? Refusal(Type type)
    {
        if (SharingRules.IsImmutableByNature(type) || KnownCopiers.Has(type) || type.IsArray || Collections.BaseOf(type) != null)
            return null;
        if (Outside.ReasonFor(type) is { } reason)
            return reason;
        if (Fields.Of(type).Any(field => IsHandle(field.FieldType)))
            return "an object around a handle";
        return HasFinalizer(type) ? "an object with a finalizer, which lets go of something outside the program's values" : null;
    }

    private static bool HasFinalizer(Type type)
    {
        const BindingFlags any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        return type.IsClass && type.GetMethod("Finalize", any, Type.EmptyTypes)?.DeclaringType != typeof(object);
    }

    private static Copier ByFields(Type type)
    {
        if (SharingRules.IsImmutableByNature(type) || Bits.Only(type) || type == typeof(string) || type == typeof(object))
            return Close(typeof(SharedCopier<>), type);
        if (type.IsDefined(typeof(InlineArrayAttribute), false) && SharingRules.Of(type) != Sharing.Always)
            return Close(typeof(RefusedCopier<>), [type], "an inline array of objects");
        return Close(type.IsValueType ? typeof(StructCopier<>) : typeof(ObjectCopier<>), type);
    }

    private static Copier? Array(Type type)
    {
        if (!type.IsArray)
            return null;
        var item = type.GetElementType()!;
        if (item.IsPointer || item.IsFunctionPointer)
            return Close(typeof(RefusedCopier<>), [type], Outside.Handle);
        return type.IsSZArray ? Close(typeof(ArrayCopier<>), item) : Close(typeof(RankedArrayCopier<,>), type, item);
    }

    /// <summary>A bare address, or a structure around one.</summary>
    private static bool IsHandle(Type type) =>
        type.IsPointer || type.IsFunctionPointer || type == typeof(nint) || type == typeof(nuint)
        || (type.IsValueType && !type.IsPrimitive && !type.IsEnum && !Bits.Only(type) && Fields.Of(type).Any(field => IsHandle(field.FieldType)));
}
