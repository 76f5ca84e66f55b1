using System;
using System.Linq;
using Mono.Cecil;
using Refrain.Weaver.Weaving;

namespace Refrain.Weaver.Checks;

/// <summary>Whether a method can be a cached function at all.</summary>
internal static class FunctionCheck
{
    /// <summary>The reason why it cannot; <see langword="null"/> when it can. The most telling reason comes first.</summary>
    internal static WeaveDiagnostic? Refuse(MethodDefinition function) =>
        RefuseKind(function) ?? RefuseInstance(function) ?? RefuseParameters(function) ?? RefuseReturn(function);

    private static WeaveDiagnostic? RefuseKind(MethodDefinition function)
    {
        var attributes = AttributedMethods.AttributesOf(function).ToList();
        if (attributes.Count > 1)
            return WeaveErrors.TwoAttributes(function, attributes);
        if (function.IsConstructor || IsAccessor(function) || IsOperator(function) || IsFinalizer(function))
            return WeaveErrors.SpecialMethod(function);
        return function.HasBody ? null : WeaveErrors.NoBody(function);
    }

    private static WeaveDiagnostic? RefuseInstance(MethodDefinition function)
    {
        var captured = CapturedVariables.Of(function);
        if (captured.Count > 0)
            return WeaveErrors.Captures(function, captured);
        if (!function.HasThis || !function.DeclaringType.IsValueType)
            return null;
        if (TypeTraits.LivesOnStack(function.DeclaringType))
            return WeaveErrors.StackOnlyInstance(function);
        return TypeTraits.IsReadOnly(function) || TypeTraits.IsReadOnly(function.DeclaringType) ? null : WeaveErrors.MutableStruct(function);
    }

    private static WeaveDiagnostic? RefuseParameters(MethodDefinition function)
    {
        foreach (var parameter in function.Parameters)
        {
            var type = parameter.ParameterType;
            if (TypeTraits.LivesOnStack(type is ByReferenceType reference ? reference.ElementType : type))
                return WeaveErrors.StackOnly(function, parameter);
            if (type.IsByReference || (type is IModifierType modified && modified.ElementType.IsByReference))
                return WeaveErrors.Reference(function, parameter);
            if (TypeTraits.IsPointer(type))
                return WeaveErrors.Pointer(function, parameter);
        }

        return null;
    }

    private static WeaveDiagnostic? RefuseReturn(MethodDefinition function)
    {
        var type = function.ReturnType;
        if (type.FullName.StartsWith("System.Collections.Generic.IAsyncEnumera", StringComparison.Ordinal))
            return WeaveErrors.AsyncStream(function);
        var machine = SourcePlaces.StateMachineOf(function)?.AttributeType.Name;
        if (machine == "IteratorStateMachineAttribute")
            return WeaveErrors.Iterator(function);
        if (machine == "AsyncStateMachineAttribute" && type.FullName == "System.Void")
            return WeaveErrors.AsyncVoid(function);
        if (type.IsByReference || (type is IModifierType modified && modified.ElementType.IsByReference))
            return WeaveErrors.ReferenceReturn(function);
        if (TypeTraits.LivesOnStack(type) || TypeTraits.IsPointer(type))
            return WeaveErrors.StackOnlyReturn(function);
        return !ReturnShape.IsTask(type) && TypeTraits.IsTaskLike(type) ? WeaveErrors.TaskLike(function) : null;
    }

    private static bool IsAccessor(MethodDefinition function) =>
        function.IsGetter || function.IsSetter || function.IsAddOn || function.IsRemoveOn;

    private static bool IsOperator(MethodDefinition function) =>
        function.IsSpecialName && function.Name.Substring(function.Name.LastIndexOf('.') + 1).StartsWith("op_", StringComparison.Ordinal);

    private static bool IsFinalizer(MethodDefinition function) =>
        function.IsVirtual && function.Name == "Finalize" && function.Parameters.Count == 0 && function.ReturnType.FullName == "System.Void";
}
