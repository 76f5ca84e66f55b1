using System;
using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Weaving;

/// <summary>Rewrites types from one set of generic parameters to another: from a method's to its holder's, for example.</summary>
internal sealed class TypeMap(Func<GenericParameter, TypeReference> parameter)
{
    internal TypeReference this[TypeReference type] => type switch
    {
        GenericParameter p => parameter(p),
        GenericInstanceType g => Generic(g),
        ArrayType a => Array(a),
        ByReferenceType r => new ByReferenceType(this[r.ElementType]),
        PointerType p => new PointerType(this[p.ElementType]),
        PinnedType p => new PinnedType(this[p.ElementType]),
        RequiredModifierType m => new RequiredModifierType(this[m.ModifierType], this[m.ElementType]),
        OptionalModifierType m => new OptionalModifierType(this[m.ModifierType], this[m.ElementType]),
        _ => type,
    };

    private GenericInstanceType Generic(GenericInstanceType type)
    {
        var mapped = new GenericInstanceType(type.ElementType);
        foreach (var argument in type.GenericArguments)
            mapped.GenericArguments.Add(this[argument]);
        return mapped;
    }

    private ArrayType Array(ArrayType type)
    {
        if (type.IsVector)
            return new ArrayType(this[type.ElementType]);
        var mapped = new ArrayType(this[type.ElementType], type.Rank);
        for (var i = 0; i < type.Rank; i++)
            mapped.Dimensions[i] = type.Dimensions[i];
        return mapped;
    }

    /// <summary>Gives <paramref name="target"/> a copy of <paramref name="source"/>: its name and constraints, without variance.</summary>
    internal void Copy(GenericParameter source, GenericParameter target)
    {
        target.Attributes = source.Attributes & ~GenericParameterAttributes.VarianceMask;
        foreach (var constraint in source.Constraints.ToArray())
        {
            var copy = new GenericParameterConstraint(this[constraint.ConstraintType]);
            foreach (var attribute in constraint.CustomAttributes)
                copy.CustomAttributes.Add(attribute);
            target.Constraints.Add(copy);
        }

        foreach (var attribute in source.CustomAttributes)
            target.CustomAttributes.Add(attribute);
    }
}
