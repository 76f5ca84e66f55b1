using System;
using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Weaving;

/// <summary>References to members of generic types, whose signatures speak of the open type's parameters.</summary>
internal static class Members
{
    /// <summary>A method of <paramref name="type"/>; parameter and return types are given the open type's parameters.</summary>
    internal static MethodReference Method(
        GenericInstanceType type, string name, Func<GenericParameter[], TypeReference> returns, params Func<GenericParameter[], TypeReference>[] parameters)
    {
        var open = type.ElementType.GenericParameters.ToArray();
        var method = new MethodReference(name, returns(open), type) { HasThis = true };
        foreach (var parameter in parameters)
            method.Parameters.Add(new ParameterDefinition(parameter(open)));
        return method;
    }

    /// <summary>A type with its own parameters as its arguments, as code inside it sees it.</summary>
    internal static TypeReference Itself(TypeDefinition type) =>
        type.HasGenericParameters ? Instance(type, [.. type.GenericParameters]) : type;

    internal static TypeReference Instance(TypeDefinition type, TypeReference[] arguments)
    {
        if (arguments.Length == 0)
            return type;
        var instance = new GenericInstanceType(type);
        foreach (var argument in arguments)
            instance.GenericArguments.Add(argument);
        return instance;
    }

    /// <summary>A method seen from code that has other type arguments for its declaring type and for itself.</summary>
    internal static MethodReference Instance(MethodDefinition method, TypeReference declaringType, TypeReference[] arguments)
    {
        var reference = (MethodReference)method;
        if (declaringType != method.DeclaringType)
        {
            reference = new MethodReference(method.Name, method.ReturnType, declaringType)
            {
                HasThis = method.HasThis,
                ExplicitThis = method.ExplicitThis,
                CallingConvention = method.CallingConvention,
            };
            foreach (var parameter in method.Parameters)
                reference.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
            foreach (var _ in method.GenericParameters)
                reference.GenericParameters.Add(new GenericParameter(reference));
        }

        if (arguments.Length == 0)
            return reference;
        var instance = new GenericInstanceMethod(reference);
        foreach (var argument in arguments)
            instance.GenericArguments.Add(argument);
        return instance;
    }
}
