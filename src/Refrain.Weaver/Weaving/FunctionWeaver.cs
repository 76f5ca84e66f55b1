using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Refrain.Weaver.Weaving;

/// <summary>Splits each cached function in two: a wrapper, which takes its name and place and calls the cache, and the body.</summary>
/// <remarks>The compiler's method becomes the body and the wrapper is new, not the other way round: instructions, locals, scopes and
/// sequence points then need no translation, and the symbols of state machines keep pointing at the code they belong to.</remarks>
internal static class FunctionWeaver
{
    private const MethodImplAttributes AggressiveInlining = (MethodImplAttributes)256;

    internal static void Weave(Contract contract, IReadOnlyList<MethodDefinition> functions)
    {
        var wrappers = functions.ToDictionary(body => body, body => Wrapper(contract, body));
        new Redirect(wrappers).Apply(contract.Module);
        foreach (var body in functions)
        {
            var wrapper = wrappers[body];
            var holder = new Holder(contract, wrapper, body);
            body.DeclaringType.NestedTypes.Add(holder.Type);
            EmitCall(contract, wrapper, holder);
        }
    }

    private static MethodDefinition Wrapper(Contract contract, MethodDefinition body)
    {
        var wrapper = new MethodDefinition(body.Name, body.Attributes, contract.Module.TypeSystem.Void)
        {
            HasThis = body.HasThis,
            ExplicitThis = body.ExplicitThis,
            CallingConvention = body.CallingConvention,
            ImplAttributes = MethodImplAttributes.IL | MethodImplAttributes.Managed | AggressiveInlining,
        };
        var map = new TypeMap(p => p.Owner == body ? wrapper.GenericParameters[p.Position] : p);
        foreach (var parameter in body.GenericParameters)
            wrapper.GenericParameters.Add(new GenericParameter(parameter.Name, wrapper));
        foreach (var parameter in body.GenericParameters)
            map.Copy(parameter, wrapper.GenericParameters[parameter.Position]);
        wrapper.ReturnType = map[body.ReturnType];
        Move(body.MethodReturnType.CustomAttributes, wrapper.MethodReturnType.CustomAttributes);
        foreach (var parameter in body.Parameters)
            wrapper.Parameters.Add(Copy(parameter, map));
        foreach (var @override in body.Overrides)
            wrapper.Overrides.Add(@override);

        Move(body.CustomAttributes, wrapper.CustomAttributes);
        AddIfMissing(wrapper, contract.Mark("System.Diagnostics", "StackTraceHiddenAttribute"));
        AddIfMissing(wrapper, contract.Mark("System.Diagnostics", "DebuggerStepThroughAttribute"));

        // The wrapper comes first: a stack trace names a state machine's frames after the first method that claims it.
        var methods = body.DeclaringType.Methods;
        methods.Insert(methods.IndexOf(body), wrapper);
        BecomeBody(body);
        return wrapper;
    }

    private static void BecomeBody(MethodDefinition body)
    {
        body.Name = $"<{body.Name}>k__Body";
        body.Attributes = MethodAttributes.Private | MethodAttributes.HideBySig | (body.Attributes & MethodAttributes.Static);
        body.Overrides.Clear();

        // Its only caller is hidden from stack traces: inlined there, the user's frame would be too.
        body.ImplAttributes = (body.ImplAttributes & ~AggressiveInlining) | MethodImplAttributes.NoInlining;
        foreach (var attribute in body.CustomAttributes.Where(a => !IsOfTheCompiler(a)).ToArray())
            body.CustomAttributes.Remove(attribute);
    }

    /// <summary>Attributes that belong to the code rather than to the function, such as its state machine.</summary>
    private static bool IsOfTheCompiler(CustomAttribute attribute) =>
        attribute.AttributeType.Namespace is "System.Runtime.CompilerServices" or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis";

    private static ParameterDefinition Copy(ParameterDefinition parameter, TypeMap map)
    {
        var copy = new ParameterDefinition(parameter.Name, parameter.Attributes, map[parameter.ParameterType]);
        if (parameter.HasConstant)
            copy.Constant = parameter.Constant;
        if (parameter.HasMarshalInfo)
            copy.MarshalInfo = parameter.MarshalInfo;
        Move(parameter.CustomAttributes, copy.CustomAttributes);
        return copy;
    }

    private static void Move(IEnumerable<CustomAttribute> source, Mono.Collections.Generic.Collection<CustomAttribute> target)
    {
        foreach (var attribute in source)
            target.Add(attribute);
    }

    private static void AddIfMissing(MethodDefinition method, CustomAttribute mark)
    {
        if (method.CustomAttributes.All(a => a.AttributeType.FullName != mark.AttributeType.FullName))
            method.CustomAttributes.Add(mark);
    }

    private static void EmitCall(Contract contract, MethodDefinition wrapper, Holder holder)
    {
        var here = new TypeMap(p => p);
        var args = new ArgsShape(contract, Slot.Of(wrapper), here);
        var il = wrapper.Body.GetILProcessor();
        il.Emit(OpCodes.Ldsfld, holder.FunctionSeenBy(wrapper));
        args.EmitPack(il);
        new ReturnShape(contract, wrapper.ReturnType).EmitCall(il, args.Type);
    }
}
