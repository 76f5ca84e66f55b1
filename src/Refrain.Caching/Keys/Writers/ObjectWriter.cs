using System.Reflection;
using System.Reflection.Emit;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Records, structures and plain classes: all their fields, by code compiled once for the type.</summary>
internal sealed class ObjectWriter<T> : KeyWriter<T>
{
    private readonly Action<KeyStream, T> _fields = FieldsWriter.Compile<T>(Fields.Of(typeof(T)));

    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, T value)
    {
        Begin(stream, KeyTag.Object);
        _fields(stream, value);
    }
}

/// <summary>A user's class derived from a collection: the items, then the fields it adds.</summary>
internal sealed class DerivedWriter<T, TBase> : KeyWriter<T>
    where T : TBase
{
    private readonly Action<KeyStream, T> _fields = FieldsWriter.Compile<T>(Fields.Above(typeof(T), typeof(TBase)));

    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, T value)
    {
        Begin(stream, KeyTag.Object);
        KeyWriters<TBase>.Current.Write(stream, value);
        _fields(stream, value);
    }
}

internal static class FieldsWriter
{
    private static readonly MethodInfo Value =
        typeof(KeyStream).GetMethod(nameof(KeyStream.Value), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly MethodInfo Text =
        typeof(KeyStream).GetMethod(nameof(KeyStream.Text), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Compiles a method that writes fields one after another; it may read private ones.</summary>
    internal static Action<KeyStream, T> Compile<T>(IEnumerable<FieldInfo> fields)
    {
        var method = new DynamicMethod("WriteKey", null, [typeof(KeyStream), typeof(T)], typeof(FieldsWriter).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        foreach (var field in fields)
        {
            if (field.FieldType.IsPointer || field.FieldType.IsFunctionPointer)
                throw new Refusal(null, field.FieldType, Outside.Handle);
            code.Emit(OpCodes.Ldarg_0);
            if (typeof(T).IsValueType)
                code.Emit(OpCodes.Ldarga_S, (byte)1);
            else
                code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Ldfld, field);
            code.Emit(OpCodes.Call, field.FieldType == typeof(string) ? Text : Value.MakeGenericMethod(field.FieldType));
        }

        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Action<KeyStream, T>>();
    }
}
