using System.Reflection;
using System.Reflection.Emit;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions.Doors;

/// <summary>How a function gives its value: at once, or by a task of one of four kinds. The same as the weaver's, for code made at run time.</summary>
internal sealed class DoorResult
{
    private readonly Type _type;
    private readonly Type _function;
    private readonly Type _value;

    internal DoorResult(Type type, Type args)
    {
        _type = type;
        var isAsync = IsTask(type);
        _value = type == typeof(void) || (isAsync && !type.IsGenericType) ? typeof(Nothing) : isAsync ? type.GetGenericArguments()[0] : type;
        BodyResult = isAsync ? typeof(ValueTask<>).MakeGenericType(_value) : _value;
        _function = (isAsync ? typeof(AsyncCachedFunction<,>) : typeof(CachedFunction<,>)).MakeGenericType(args, _value);
    }

    /// <summary>What the code that runs the body returns.</summary>
    internal Type BodyResult { get; }

    /// <summary>The cached function that is called.</summary>
    internal Type FunctionType => _function;

    internal static bool IsTask(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    /// <summary>Calls the function with the arguments on the stack, and returns what the delegate returns.</summary>
    internal void EmitCall(ILGenerator il)
    {
        var name = _type == typeof(Task) ? "CallPlainTask"
            : _type == typeof(ValueTask) ? "CallPlain"
            : typeof(Task).IsAssignableFrom(_type) ? "CallTask"
            : "Call";
        il.Emit(OpCodes.Callvirt, _function.GetMethod(name)!);
        if (_type == typeof(void))
            il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>Turns what the body left on the stack into <see cref="BodyResult"/>, and returns it.</summary>
    internal void EmitReturn(ILGenerator il)
    {
        if (_type == typeof(void))
            il.Emit(OpCodes.Ldloc, il.DeclareLocal(_value));
        else if (_type == typeof(Task) || _type == typeof(ValueTask))
            il.Emit(OpCodes.Call, typeof(WovenCode).GetMethod(nameof(WovenCode.AsNothing), BindingFlags.Static | BindingFlags.Public, [_type])!);
        else if (typeof(Task).IsAssignableFrom(_type))
            il.Emit(OpCodes.Newobj, BodyResult.GetConstructor([_type])!);
        il.Emit(OpCodes.Ret);
    }
}
