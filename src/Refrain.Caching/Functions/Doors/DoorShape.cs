using System.Reflection;
using System.Reflection.Emit;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions.Doors;

/// <summary>How calls of one delegate type travel for one method: which slots they take, and the code that packs and unpacks them.</summary>
internal sealed class DoorShape
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Type _delegate;
    private readonly MethodInfo _invoke;
    private readonly Type _door;
    private readonly DoorArgs _args;
    private readonly DoorResult _result;

    internal DoorShape(Delegate function, IReadOnlyList<CapturedVariable> captured)
    {
        _delegate = function.GetType();
        _invoke = _delegate.GetMethod("Invoke")!;
        Parameters = ParametersOf(function);
        Captured = [.. captured.Where(variable => variable.IsKeyed)];
        DoorSlot[] slots =
        [
            new(typeof(Callee), il => il.Emit(OpCodes.Ldarg_0), LoadFunction),
            .. Captured.Select(variable => new DoorSlot(SlotOf(variable.Type), il => Load(il, variable), null)),
            .. _invoke.GetParameters().Zip(Parameters, (parameter, own) => new DoorSlot(
                SlotOf(parameter.ParameterType, own), il => il.Emit(OpCodes.Ldarg, parameter.Position + 1), _ => { })),
        ];
        _args = new(slots);
        _result = new(_invoke.ReturnType, _args.Shape);
        _door = typeof(Door<,>).MakeGenericType(_delegate, FunctionType);
    }

    /// <summary>The captured variables that are in the key.</summary>
    internal IReadOnlyList<CapturedVariable> Captured { get; }

    /// <summary>The parameters by the names of the lambda or method, not by the delegate's.</summary>
    internal IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>The structure that carries a call.</summary>
    internal Type Args => _args.Shape;

    /// <summary>The cached function behind the door.</summary>
    internal Type FunctionType => _result.FunctionType;

    /// <summary>The parameters that a caller of the delegate gives; one that is bound to an extension method's first argument has one less.</summary>
    internal static IReadOnlyList<ParameterInfo> ParametersOf(Delegate function)
    {
        var parameters = function.Method.GetParameters();
        return function.Method.IsStatic && function.Target is not null ? parameters[1..] : parameters;
    }

    /// <summary>Compiles what a call of the cached delegate does: it is bound to its door.</summary>
    internal DynamicMethod CompileCall(string name)
    {
        var method = Define(name, _invoke.ReturnType, [_door, .. _invoke.GetParameters().Select(p => p.ParameterType)]);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        LoadFromDoor(il, "Cached");
        _args.EmitPack(il);
        _result.EmitCall(il);
        return method;
    }

    /// <summary>Compiles what calls the delegate of a door with the arguments.</summary>
    internal Delegate CompileBody(string name)
    {
        var method = Define(name, _result.BodyResult, [Args]);
        var il = method.GetILGenerator();
        _args.EmitUnpack(il, () => il.Emit(OpCodes.Ldarga_S, (byte)0));
        il.Emit(OpCodes.Callvirt, _invoke);
        _result.EmitReturn(il);
        return method.CreateDelegate(BodyType);
    }

    /// <summary>Compiles what a miss does: it calls the body of the door that travelled with the arguments.</summary>
    internal Delegate CompileMiss(string name)
    {
        var method = Define(name, _result.BodyResult, [Args]);
        var il = method.GetILGenerator();
        var callee = il.DeclareLocal(typeof(Callee));
        il.Emit(OpCodes.Ldarga_S, (byte)0);
        il.Emit(OpCodes.Call, Args.GetProperty("Item1")!.GetMethod!);
        il.Emit(OpCodes.Stloc, callee);
        il.Emit(OpCodes.Ldloca, callee);
        il.Emit(OpCodes.Call, typeof(Callee).GetProperty(nameof(Callee.Value), All)!.GetMethod!);
        LoadFromDoor(il, nameof(Door.Body));
        il.Emit(OpCodes.Castclass, BodyType);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Callvirt, BodyType.GetMethod("Invoke")!);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate(BodyType);
    }

    private Type BodyType => typeof(Func<,>).MakeGenericType(Args, _result.BodyResult);

    private static DynamicMethod Define(string name, Type returns, Type[] parameters) => new(name, returns, parameters, typeof(Door).Module, skipVisibility: true);

    /// <summary>Replaces the door on the stack by something of it.</summary>
    private void LoadFromDoor(ILGenerator il, string property) => il.Emit(OpCodes.Call, _door.GetProperty(property, All)!.GetMethod!);

    private void LoadFunction(ILGenerator il) => LoadFromDoor(il, "Function");

    /// <summary>Reads a captured variable as it is at this call. The target is what the delegate is called on, so its type needs no check.</summary>
    private void Load(ILGenerator il, CapturedVariable variable)
    {
        il.Emit(OpCodes.Ldarg_0);
        LoadFromDoor(il, nameof(Door.Target));
        if (variable.Path.Count == 0 && variable.Type.IsValueType)
            il.Emit(OpCodes.Unbox_Any, variable.Type);
        foreach (var field in variable.Path)
            il.Emit(OpCodes.Ldfld, field);
    }

    private static Type SlotOf(Type type, ParameterInfo parameter) =>
        type == typeof(CancellationToken) ? typeof(Token)
        : ClearArguments.IsKeyed(parameter) ? SlotOf(type)
        : typeof(Unkeyed<>).MakeGenericType(type);

    private static Type SlotOf(Type type) => type == typeof(string) ? typeof(Text) : typeof(Keyed<>).MakeGenericType(type);
}
