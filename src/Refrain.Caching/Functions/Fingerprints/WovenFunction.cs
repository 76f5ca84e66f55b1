using System.Reflection;
using System.Reflection.Emit;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Sees through the weaver: what a cached function runs is not its wrapper but the body that was moved aside.</summary>
internal static class WovenFunction
{
    /// <summary>The body of a woven cached function; <see langword="null"/> for any other method.</summary>
    /// <remarks>The wrapper reads a field that holds the cached function; that field's initialiser names, as tokens, first the wrapper and
    /// then the body. What the class that holds the field is called is the weaver's business.</remarks>
    internal static MethodBase? BodyOf(MethodBase definition)
    {
        if (!definition.IsDefined(typeof(CachedFunctionAttribute), false) || definition.GetMethodBody() is not { } body)
            return null;
        var function = MethodCode.Read(definition, body).Members.OfType<FieldInfo>().FirstOrDefault(f => IsCachedFunction(f.FieldType));
        if (function?.DeclaringType?.TypeInitializer is not { } initialiser || initialiser.GetMethodBody() is not { } initialiserBody)
            return null;
        var code = MethodCode.Read(initialiser, initialiserBody);
        var named = code.Il.Instructions
            .Zip(code.Members, (instruction, member) => instruction.Code == OpCodes.Ldtoken ? member : null)
            .OfType<MethodBase>()
            .Select(MemberNames.Definition)
            .ToList();
        var self = named.FindIndex(method => method.MetadataToken == definition.MetadataToken);
        return self >= 0 && self + 1 < named.Count ? named[self + 1] : null;
    }

    private static bool IsCachedFunction(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open &&
        (open == typeof(CachedFunction<,>) || open == typeof(AsyncCachedFunction<,>));
}
