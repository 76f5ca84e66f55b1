using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Refrain.Weaver.Weaving;

/// <summary>The nested class that keeps a cached function: one static field, and the method that runs the body for it.</summary>
/// <remarks>It has the generic parameters of the declaring type and then those of the method, so each instantiation is a function of its own.</remarks>
internal sealed class Holder
{
    private const string FieldName = "Function";

    private readonly Contract _contract;
    private readonly MethodDefinition _wrapper;
    private readonly MethodDefinition _body;
    private readonly ArgsShape _args;
    private readonly ReturnShape _return;
    private readonly FieldDefinition _function;

    internal Holder(Contract contract, MethodDefinition wrapper, MethodDefinition body)
    {
        _contract = contract;
        _wrapper = wrapper;
        _body = body;
        Type = Define();
        var outer = body.DeclaringType.GenericParameters.Count;
        var map = new TypeMap(p => Type.GenericParameters[p.Type == GenericParameterType.Method ? outer + p.Position : p.Position]);
        for (var i = 0; i < Type.GenericParameters.Count; i++)
            map.Copy(i < outer ? body.DeclaringType.GenericParameters[i] : body.GenericParameters[i - outer], Type.GenericParameters[i]);

        _args = new ArgsShape(contract, Slot.Of(wrapper), map);
        _return = new ReturnShape(contract, map[wrapper.ReturnType]);
        _function = new FieldDefinition(
            FieldName, FieldAttributes.Assembly | FieldAttributes.Static | FieldAttributes.InitOnly, _return.FunctionType(_args.Type));
        Type.Fields.Add(_function);
        var invoke = DefineInvoke();
        Type.Methods.Add(invoke);
        Type.Methods.Add(DefineInitializer(invoke));
    }

    internal TypeDefinition Type { get; }

    /// <summary>The function's field, for the type arguments that hold inside the wrapper.</summary>
    internal FieldReference FunctionSeenBy(MethodDefinition wrapper)
    {
        TypeReference[] arguments = [.. wrapper.DeclaringType.GenericParameters, .. wrapper.GenericParameters];
        return Field(Members.Instance(Type, arguments));
    }

    private TypeDefinition Define()
    {
        var declaring = _body.DeclaringType;
        var name = $"<{_wrapper.Name}>k__Cached";
        var taken = declaring.NestedTypes.Count(t => t.Name == name || t.Name.StartsWith(name + "|", System.StringComparison.Ordinal));
        var type = new TypeDefinition(
            "",
            taken == 0 ? name : $"{name}|{taken}",
            TypeAttributes.NestedPrivate | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit,
            _contract.Module.TypeSystem.Object);
        foreach (var parameter in declaring.GenericParameters.Concat(_body.GenericParameters))
            type.GenericParameters.Add(new GenericParameter(parameter.Name, type));
        type.CustomAttributes.Add(_contract.Mark("System.Runtime.CompilerServices", "CompilerGeneratedAttribute"));
        type.CustomAttributes.Add(_contract.Mark("System.Diagnostics", "StackTraceHiddenAttribute"));
        type.CustomAttributes.Add(_contract.Mark("System.Diagnostics", "DebuggerStepThroughAttribute"));
        return type;
    }

    private MethodDefinition DefineInvoke()
    {
        var invoke = new MethodDefinition(
            "Invoke", MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig, _return.BodyResult);
        invoke.Parameters.Add(new ParameterDefinition("args", ParameterAttributes.None, _args.Type));
        var il = invoke.Body.GetILProcessor();
        _args.EmitUnpack(il, () => il.Emit(OpCodes.Ldarga, invoke.Parameters[0]));
        il.Emit(OpCodes.Call, Seen(_body));
        _return.EmitReturn(il);
        return invoke;
    }

    private MethodDefinition DefineInitializer(MethodDefinition invoke)
    {
        var initializer = new MethodDefinition(
            ".cctor",
            MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
            _contract.Module.TypeSystem.Void);
        var il = initializer.Body.GetILProcessor();
        il.Emit(OpCodes.Ldtoken, Seen(_wrapper));
        il.Emit(OpCodes.Ldtoken, Seen(_body));
        il.Emit(OpCodes.Ldtoken, DeclaringType);
        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Ldftn, Members.Instance(invoke, Members.Itself(Type), []));
        il.Emit(OpCodes.Newobj, DelegateConstructor());
        il.Emit(OpCodes.Newobj, _return.Constructor(_args.Type));
        il.Emit(OpCodes.Stsfld, Field(Members.Itself(Type)));
        il.Emit(OpCodes.Ret);
        return initializer;
    }

    private MethodReference DelegateConstructor()
    {
        var system = _contract.Module.TypeSystem;
        return Members.Method(_return.DelegateType(_args.Type), ".ctor", _ => system.Void, _ => system.Object, _ => system.IntPtr);
    }

    private TypeReference DeclaringType =>
        Members.Instance(_body.DeclaringType, [.. Type.GenericParameters.Take(_body.DeclaringType.GenericParameters.Count)]);

    private MethodReference Seen(MethodDefinition method) =>
        Members.Instance(method, DeclaringType, [.. Type.GenericParameters.Skip(_body.DeclaringType.GenericParameters.Count)]);

    private FieldReference Field(TypeReference holder) =>
        holder == Type ? _function : new FieldReference(FieldName, _function.FieldType, holder);
}
