using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Records and plain classes: all fields in their order. No constructor runs.</summary>
internal sealed class ObjectCodec<T> : FilledCodec<T>
    where T : class
{
    private readonly FieldsBytes<T> _fields = FieldsBytes<T>.Of(Fields.Of(typeof(T)));

    protected override void Body(ValueWriter writer, T value) => _fields.In(writer.Conversion).Write(writer, value);

    protected override T Empty() => (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

    protected override void Fill(ValueReader reader, T shell) => _fields.In(reader.Conversion).Read(reader, ref shell);
}

/// <summary>Structures: all fields in their order.</summary>
internal sealed class StructCodec<T> : Codec<T>
    where T : struct
{
    private readonly FieldsBytes<T> _fields = FieldsBytes<T>.Of(Fields.Of(typeof(T)));

    internal override void Write(ValueWriter writer, T value) => _fields.In(writer.Conversion).Write(writer, value);

    internal override T Read(ValueReader reader)
    {
        T value = default;
        _fields.In(reader.Conversion).Read(reader, ref value);
        return value;
    }
}

internal delegate void FieldsWrite<in T>(ValueWriter writer, T value);

internal delegate void FieldsRead<T>(ValueReader reader, ref T value);

/// <summary>Writes and reads some fields of a type, of any visibility, readonly ones too, by code compiled once.</summary>
internal sealed class FieldsBytes<T>
{
    private const BindingFlags Private = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly MethodInfo WriteValue = typeof(ValueWriter).GetMethod(nameof(ValueWriter.Value), Private)!;
    private static readonly MethodInfo ReadValue = typeof(ValueReader).GetMethod(nameof(ValueReader.Value), Private)!;

    private readonly int _count;
    private readonly FieldsWrite<T> _write;
    private readonly FieldsRead<T> _read;

    private FieldsBytes(FieldInfo[] fields) => (_count, _write, _read) = (fields.Length, CompileWrite(fields), CompileRead(fields));

    internal static FieldsBytes<T> Of(FieldInfo[] fields) => new(fields);

    /// <summary>The fields that both types have, where one is turned into the other; else these.</summary>
    internal FieldsBytes<T> In(Conversion? conversion) => conversion?.KeptOf<T>() ?? this;

    internal void Write(ValueWriter writer, T value)
    {
        writer.Array(_count);
        _write(writer, value);
    }

    internal void Read(ValueReader reader, ref T value)
    {
        reader.Array(_count);
        _read(reader, ref value);
    }

    private static FieldsWrite<T> CompileWrite(FieldInfo[] fields)
    {
        var method = new DynamicMethod("Write", null, [typeof(ValueWriter), typeof(T)], typeof(FieldsBytes<T>).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        foreach (var field in fields)
        {
            code.Emit(OpCodes.Ldarg_0);
            if (typeof(T).IsValueType)
                code.Emit(OpCodes.Ldarga_S, (byte)1);
            else
                code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Ldfld, field);
            code.Emit(OpCodes.Call, WriteValue.MakeGenericMethod(field.FieldType));
        }

        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<FieldsWrite<T>>();
    }

    private static FieldsRead<T> CompileRead(FieldInfo[] fields)
    {
        var method = new DynamicMethod("Read", null, [typeof(ValueReader), typeof(T).MakeByRefType()], typeof(FieldsBytes<T>).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        foreach (var field in fields)
        {
            code.Emit(OpCodes.Ldarg_1);
            if (!typeof(T).IsValueType)
                code.Emit(OpCodes.Ldind_Ref);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Call, ReadValue.MakeGenericMethod(field.FieldType));
            code.Emit(OpCodes.Stfld, field);
        }

        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<FieldsRead<T>>();
    }
}

/// <summary>A user's class derived from a collection: what makes the collection empty, its items, then the fields the class adds.</summary>
/// <remarks>The collection's own constructor runs on the object, so that its inner state is sound; no other does.</remarks>
internal sealed class DerivedCodec<T, TBase>(CollectionCodec<TBase> collection) : FilledCodec<T>
    where T : class, TBase
    where TBase : class
{
    private readonly FieldsBytes<T> _fields = FieldsBytes<T>.Of([.. Fields.Above(typeof(T), typeof(TBase))]);

    protected override bool HasHead => true;

    protected override void Head(ValueWriter writer, T value) => collection.WriteComparer(writer, value);

    protected override T Shell(ValueReader reader, bool hasHead)
    {
        var comparer = collection.ReadComparer(reader);
        var shell = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
        collection.Construct(shell, comparer);
        return shell;
    }

    protected override void Body(ValueWriter writer, T value)
    {
        writer.Array(2);
        collection.WriteItems(writer, value);
        _fields.In(writer.Conversion).Write(writer, value);
    }

    protected override void Fill(ValueReader reader, T shell)
    {
        reader.Array(2);
        collection.ReadItems(reader, shell);
        _fields.In(reader.Conversion).Read(reader, ref shell);
    }
}
