using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Checks;

/// <summary>Names as the user wrote them, for those that the compiler gave.</summary>
internal static class SourceNames
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Decimal"] = "decimal",
        ["System.Double"] = "double",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Object"] = "object",
        ["System.Single"] = "float",
        ["System.String"] = "string",
        ["System.Void"] = "void",
    };

    /// <summary>The method as it is written: <c>Load</c> for the local function <c>&lt;&lt;Main&gt;$&gt;g__Load|0_0</c>.</summary>
    internal static string Of(MethodDefinition method)
    {
        if (method.IsConstructor)
            return Of(method.DeclaringType);
        var name = method.Name;
        var local = name.LastIndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0)
            return name.Substring(local + 4).Split('|')[0];
        if (name.Contains(">b__"))
            return "(lambda)";
        return name.Substring(name.LastIndexOf('.') + 1);
    }

    internal static string Of(TypeReference type) => type switch
    {
        ByReferenceType r => Of(r.ElementType),
        IModifierType m => Of(m.ElementType),
        PointerType p => Of(p.ElementType) + "*",
        ArrayType a => Of(a.ElementType) + "[" + new string(',', a.Rank - 1) + "]",
        GenericInstanceType g => $"{Plain(g.ElementType)}<{string.Join(", ", g.GenericArguments.Select(Of))}>",
        FunctionPointerType => "delegate*",
        _ => Keywords.TryGetValue(type.FullName, out var keyword) ? keyword : Plain(type),
    };

    private static string Plain(TypeReference type) => type.Name.Split('`')[0];
}
