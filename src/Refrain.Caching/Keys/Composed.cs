using System.Reflection;
using System.Reflection.Emit;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

/// <summary>Compares and hashes enums, nullables, tuples and immutable records field by field, by code compiled once for the type.</summary>
internal static class Composed<T>
{
    /// <summary><see langword="null"/> if values of the type cannot be keys themselves.</summary>
    internal static readonly Comparison<T>? Comparison = ExactTypes.Keep(typeof(T)) ? new() : null;
}

/// <inheritdoc cref="Composed{T}"/>
internal sealed class Comparison<T>
{
    internal readonly Func<T, T, bool> Equal;
    internal readonly Func<T, int> Hash;

    internal Comparison()
    {
        var parts = ExactTypes.PartsOf(typeof(T));
        Equal = CompileEqual(parts);
        Hash = CompileHash(parts);
    }

    private static Func<T, T, bool> CompileEqual(FieldInfo[] fields)
    {
        var method = new DynamicMethod("KeyEquals", typeof(bool), [typeof(T), typeof(T)], typeof(ArgumentKey<>).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        var (differs, same) = (code.DefineLabel(), code.DefineLabel());
        if (!typeof(T).IsValueType)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Beq, same);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Brfalse, differs);
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Brfalse, differs);
        }

        foreach (var field in fields)
        {
            Load(code, 0, field);
            Load(code, 1, field);
            code.Emit(OpCodes.Call, Method(field, nameof(Equals)));
            code.Emit(OpCodes.Brfalse, differs);
        }

        code.MarkLabel(same);
        code.Emit(OpCodes.Ldc_I4_1);
        code.Emit(OpCodes.Ret);
        code.MarkLabel(differs);
        code.Emit(OpCodes.Ldc_I4_0);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<T, T, bool>>();
    }

    private static Func<T, int> CompileHash(FieldInfo[] fields)
    {
        var method = new DynamicMethod("KeyHash", typeof(int), [typeof(T)], typeof(ArgumentKey<>).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        var none = code.DefineLabel();
        if (!typeof(T).IsValueType)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Brfalse, none);
        }

        code.Emit(OpCodes.Ldc_I4_0);
        foreach (var field in fields)
        {
            // hash = hash * a prime + the field's
            code.Emit(OpCodes.Ldc_I4, unchecked((int)0x9E3779B1));
            code.Emit(OpCodes.Mul);
            Load(code, 0, field);
            code.Emit(OpCodes.Call, Method(field, nameof(ArgumentKey<>.Hash)));
            code.Emit(OpCodes.Add);
        }

        code.Emit(OpCodes.Ret);
        code.MarkLabel(none);
        code.Emit(OpCodes.Ldc_I4_0);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<T, int>>();
    }

    private static void Load(ILGenerator code, byte argument, FieldInfo field)
    {
        if (typeof(T).IsValueType)
            code.Emit(OpCodes.Ldarga_S, argument);
        else
            code.Emit(OpCodes.Ldarg_S, argument);
        code.Emit(OpCodes.Ldfld, field);
    }

    private static MethodInfo Method(FieldInfo field, string name) =>
        typeof(ArgumentKey<>).MakeGenericType(field.FieldType)
            .GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)!;
}
