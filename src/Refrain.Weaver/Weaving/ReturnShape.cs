using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Refrain.Weaver.Weaving;

/// <summary>How a cached function gives its value: at once, or by a task of one of four kinds.</summary>
internal sealed class ReturnShape
{
    private const string Tasks = "System.Threading.Tasks";

    private readonly Contract _contract;
    private readonly TypeReference _type;
    private readonly string _name;

    /// <param name="contract">The types of the library.</param>
    /// <param name="type">The method's return type, in terms of the code that uses it.</param>
    internal ReturnShape(Contract contract, TypeReference type)
    {
        _contract = contract;
        _type = type;
        _name = type.GetElementType().FullName;
        Result = _name switch
        {
            "System.Void" or Tasks + ".Task" or Tasks + ".ValueTask" => contract.Service("Nothing"),
            _ when IsAsync => ((GenericInstanceType)type).GenericArguments[0],
            _ => type,
        };
    }

    /// <summary>What the function's value is once there is nothing left to wait for.</summary>
    internal TypeReference Result { get; }

    private bool IsAsync => IsTask(_type);

    internal static bool IsTask(TypeReference type) =>
        type.GetElementType().FullName is Tasks + ".Task" or Tasks + ".ValueTask" or Tasks + ".Task`1" or Tasks + ".ValueTask`1";

    internal GenericInstanceType FunctionType(TypeReference args) =>
        _contract.Service(IsAsync ? "AsyncCachedFunction" : "CachedFunction", isValueType: false, args, Result);

    internal GenericInstanceType DelegateType(TypeReference args) => _contract.Platform("System", "Func", isValueType: false, args, BodyResult);

    /// <summary>What the delegate that runs the body returns.</summary>
    internal TypeReference BodyResult => IsAsync ? ValueTaskOf(Result) : Result;

    internal MethodReference Constructor(TypeReference args)
    {
        var constructor = Members.Method(
            FunctionType(args),
            ".ctor",
            _ => _contract.Module.TypeSystem.Void,
            _ => _contract.Platform("System", "RuntimeMethodHandle", isValueType: true),
            _ => _contract.Platform("System", "RuntimeMethodHandle", isValueType: true),
            _ => _contract.Platform("System", "RuntimeTypeHandle", isValueType: true),
            open => _contract.Platform("System", "Func", isValueType: false, open[0], IsAsync ? ValueTaskOf(open[1]) : open[1]));
        return constructor;
    }

    /// <summary>Calls the function with the arguments on the stack, and returns what the method returns.</summary>
    internal void EmitCall(ILProcessor il, TypeReference args)
    {
        il.Emit(OpCodes.Callvirt, Members.Method(FunctionType(args), CallName, CallResult, open => open[0]));
        if (_name == "System.Void")
            il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>Turns what the body left on the stack into what the delegate returns, and returns it.</summary>
    internal void EmitReturn(ILProcessor il)
    {
        switch (_name)
        {
            case "System.Void":
                var nothing = new VariableDefinition(Result);
                il.Body.Variables.Add(nothing);
                il.Body.InitLocals = true;
                il.Emit(OpCodes.Ldloc, nothing);
                break;
            case Tasks + ".Task" or Tasks + ".ValueTask":
                var wait = new MethodReference("AsNothing", BodyResult, _contract.Service("WovenCode", isValueType: false));
                wait.Parameters.Add(new ParameterDefinition(_type));
                il.Emit(OpCodes.Call, wait);
                break;
            case Tasks + ".Task`1":
                il.Emit(OpCodes.Newobj, Members.Method(
                    ValueTaskOf(Result), ".ctor", _ => _contract.Module.TypeSystem.Void, open => _contract.Platform(Tasks, "Task", isValueType: false, open[0])));
                break;
        }

        il.Emit(OpCodes.Ret);
    }

    private string CallName => _name switch
    {
        Tasks + ".Task" => "CallPlainTask",
        Tasks + ".Task`1" => "CallTask",
        Tasks + ".ValueTask" => "CallPlain",
        _ => "Call",
    };

    private TypeReference CallResult(GenericParameter[] open) => _name switch
    {
        Tasks + ".Task" or Tasks + ".ValueTask" => _type,
        Tasks + ".Task`1" => _contract.Platform(Tasks, "Task", isValueType: false, open[1]),
        Tasks + ".ValueTask`1" => ValueTaskOf(open[1]),
        _ => open[1],
    };

    private GenericInstanceType ValueTaskOf(TypeReference result) => _contract.Platform(Tasks, "ValueTask", isValueType: true, result);
}
